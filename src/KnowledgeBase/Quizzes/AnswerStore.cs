using KnowledgeBase.Questions;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Saves answers: the site's hottest write, one prepared statement in a shared commit.</summary>
internal sealed class AnswerStore(WriteQueue queue, Database database)
{
    // Of two writers the higher number wins, and nothing gets into a closed attempt. PostgreSQL may have several writers: the
    // shared lock makes one that is closing the attempt wait for this transaction, so that an acknowledged answer is graded.
    private readonly string _save = $"""
        INSERT INTO "Answers" ("AttemptId", "Position", "Seq", "Choices", "Flagged", "Confidence", "SavedAt")
        SELECT @p0, @p1, @p2, @p3, @p4, @p5, @p6 FROM "Attempts" WHERE "Id" = @p0 AND "ClosedAt" IS NULL {(database.IsPostgres ? "FOR SHARE" : "")}
        ON CONFLICT ("AttemptId", "Position") DO UPDATE
        SET "Seq" = excluded."Seq", "Choices" = excluded."Choices", "Flagged" = excluded."Flagged", "Confidence" = excluded."Confidence", "SavedAt" = excluded."SavedAt"
        WHERE excluded."Seq" > "Answers"."Seq"
        """;

    private const string Look = """
        SELECT "Attempts"."ClosedAt", "Answers"."Seq", "Answers"."Choices", "Answers"."Flagged", "Answers"."Confidence" FROM "Attempts"
        LEFT JOIN "Answers" ON "Answers"."AttemptId" = "Attempts"."Id" AND "Answers"."Position" = @p1 WHERE "Attempts"."Id" = @p0
        """;

    /// <summary>Completes when the answer is on disk, or was refused.</summary>
    public Task<SaveResult> SaveAsync(Guid attempt, int position, SavedAnswer answer, DateTimeOffset received)
    {
        var choices = Choices.Write(answer.Choices);
        return queue.WriteAsync(writer =>
            writer.Execute(_save, attempt, position, answer.Seq, choices, answer.Flagged, answer.Confidence, received.ToUnixTimeMilliseconds()) == 1
                ? new SaveResult(SaveOutcome.Saved, answer)
                : Refused(writer, attempt, position, answer, choices));
    }

    private static SaveResult Refused(Writer writer, Guid attempt, int position, SavedAnswer answer, string choices)
    {
        using var row = writer.Query(Look, attempt, position);
        if (!row.Read() || !row.IsDBNull(0))
            return new(SaveOutcome.Closed, SavedAnswer.None);

        var stored = new SavedAnswer(row.GetInt64(1), Choices.Read(row.GetString(2)), row.GetBoolean(3), row.GetInt32(4));
        // A retry whose first reply was lost.
        var repeated = stored.Seq == answer.Seq && stored.Flagged == answer.Flagged && stored.Confidence == answer.Confidence && row.GetString(2) == choices;
        return new(repeated ? SaveOutcome.Saved : SaveOutcome.Stale, stored);
    }
}

internal enum SaveOutcome
{
    Saved,

    /// <summary>Something with the same or a higher number is stored.</summary>
    Stale,

    /// <summary>The attempt is closed, or deleted.</summary>
    Closed,
}

/// <param name="Stored">What the database holds now.</param>
internal sealed record SaveResult(SaveOutcome Outcome, SavedAnswer Stored);
