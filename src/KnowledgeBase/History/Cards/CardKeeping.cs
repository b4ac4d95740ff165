using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;

namespace KnowledgeBase.History.Cards;

/// <summary>Keeps the cards up to date with the marks, in the transaction that stores them: one look, then at most two rows per question.</summary>
internal static class CardKeeping
{
    // Whose attempt it is, the database knows best: a guest's may have become an account's since it was opened.
    private const string Look = """
        SELECT a."LearnerId", i."QuestionId", c."LastMark", c."LastSeenAt", c."RightInARow", c."IsWrong", c."Stability", c."Difficulty", c."ReviewedAt", c."DueAt"
        FROM "Attempts" a JOIN "AttemptItems" i ON i."AttemptId" = a."Id"
        LEFT JOIN "Cards" c ON c."LearnerId" = a."LearnerId" AND c."QuestionId" = i."QuestionId"
        WHERE a."Id" = @p0
        """;

    private const string Put = """
        INSERT INTO "Cards" ("LearnerId", "QuestionId", "LastMark", "LastSeenAt", "RightInARow", "IsWrong", "Stability", "Difficulty", "ReviewedAt", "DueAt")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
        ON CONFLICT ("LearnerId", "QuestionId") DO UPDATE
        SET "LastMark" = excluded."LastMark", "LastSeenAt" = excluded."LastSeenAt", "RightInARow" = excluded."RightInARow", "IsWrong" = excluded."IsWrong",
            "Stability" = excluded."Stability", "Difficulty" = excluded."Difficulty", "ReviewedAt" = excluded."ReviewedAt", "DueAt" = excluded."DueAt"
        WHERE excluded."LastSeenAt" >= "Cards"."LastSeenAt"
        """;

    private const string Log = """
        INSERT INTO "CardGrades" ("LearnerId", "QuestionId", "Grade", "At", "StabilityBefore", "DifficultyBefore", "ReviewedBefore", "DueBefore")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """;

    /// <summary>An <see cref="AttemptGraded"/>.</summary>
    public static void Keep(Writer writer, GradedAttempt graded)
    {
        if (graded.Items.Count == 0)
            return;
        var (learner, cards) = Cards(writer, graded.Sheet.Id);
        foreach (var item in graded.Items)
        {
            var question = item.Item.Question.QuestionId;
            var before = cards.GetValueOrDefault(question);
            var sight = new Sight(graded.At, item.Mark, item.Answered, item.Confidence, graded.Sheet.RetryOf is not null);
            Store(writer, learner, question, CardState.After(before, sight));
            if (CardState.GradeOf(before, sight) is { } grade)
            {
                writer.Execute(Log, learner, question, (int)grade, Milliseconds(sight.At),
                    before?.Memory?.Stability, before?.Memory?.Difficulty, Milliseconds(before?.ReviewedAt), Milliseconds(before?.DueAt));
            }
        }
    }

    /// <summary>A newer card than this one stays.</summary>
    public static void Store(Writer writer, Guid learner, int question, CardState card) => writer.Execute(
        Put, learner, question, card.LastMark, Milliseconds(card.LastSeenAt), card.RightInARow, card.IsWrong,
        card.Memory?.Stability, card.Memory?.Difficulty, Milliseconds(card.ReviewedAt), Milliseconds(card.DueAt));

    private static (Guid Learner, Dictionary<int, CardState> Cards) Cards(Writer writer, Guid attempt)
    {
        var learner = Guid.Empty;
        var cards = new Dictionary<int, CardState>();
        using var row = writer.Query(Look, attempt);
        while (row.Read())
        {
            learner = row.GetGuid(0);
            if (row.IsDBNull(2))
                continue;
            cards[row.GetInt32(1)] = new(
                row.GetDouble(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetInt32(4), row.GetBoolean(5),
                row.IsDBNull(6) ? null : new(row.GetDouble(6), row.GetDouble(7)), Time(8), Time(9));
        }
        return (learner, cards);

        DateTimeOffset? Time(int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
    }

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
