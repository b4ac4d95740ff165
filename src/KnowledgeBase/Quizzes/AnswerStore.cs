using KnowledgeBase.Questions;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Saves answers: the site's hottest write, one prepared statement in a shared commit.</summary>
internal sealed class AnswerStore(WriteQueue queue, Database database)
{
    private readonly string _save = Save(""" "Attempts" WHERE "Id" = @p0 AND "ClosedAt" IS NULL """, database);

    // Where questions can be checked, what has been stays as it is. An exam need not look.
    private readonly string _saveUnchecked = Save("""
        "Attempts" JOIN "AttemptItems" ON "AttemptItems"."AttemptId" = "Attempts"."Id" AND "AttemptItems"."Position" = @p1
        WHERE "Attempts"."Id" = @p0 AND "Attempts"."ClosedAt" IS NULL AND "AttemptItems"."CheckedAt" IS NULL
        """, database);

    private const string Look = """
        SELECT "Attempts"."ClosedAt", "AttemptItems"."CheckedAt", "Answers"."Seq", "Answers"."Choices", "Answers"."Flagged", "Answers"."Confidence" FROM "Attempts"
        JOIN "AttemptItems" ON "AttemptItems"."AttemptId" = "Attempts"."Id" AND "AttemptItems"."Position" = @p1
        LEFT JOIN "Answers" ON "Answers"."AttemptId" = "Attempts"."Id" AND "Answers"."Position" = @p1 WHERE "Attempts"."Id" = @p0
        """;

    /// <summary>Completes when the answer is on disk, or was refused.</summary>
    public Task<SaveResult> SaveAsync(AttemptSheet sheet, SheetItem item, SavedAnswer answer, DateTimeOffset received)
    {
        var statement = sheet.ExplainsAtOnce ? _saveUnchecked : _save;
        var choices = Choices.Write(item.Question.Kind, answer.Choices);
        return queue.WriteAsync(writer =>
            writer.Execute(statement, sheet.Id, item.Position, answer.Seq, choices, answer.Flagged, answer.Confidence, received.ToUnixTimeMilliseconds()) == 1
                ? new SaveResult(SaveOutcome.Saved, answer)
                : Refused(writer, sheet, item, answer, choices));
    }

    private static SaveResult Refused(Writer writer, AttemptSheet sheet, SheetItem item, SavedAnswer answer, string choices)
    {
        using var row = writer.Query(Look, sheet.Id, item.Position);
        if (!row.Read() || !row.IsDBNull(0))
            return new(SaveOutcome.Closed, SavedAnswer.None);

        var isChecked = !row.IsDBNull(1);
        if (row.IsDBNull(2))
            return new(SaveOutcome.Checked, SavedAnswer.None);
        var stored = new SavedAnswer(row.GetInt64(2), sheet.Read(item.Position, row.GetString(3)), row.GetBoolean(4), row.GetInt32(5));
        // A retry whose first reply was lost.
        var repeated = stored.Seq == answer.Seq && stored.Flagged == answer.Flagged && stored.Confidence == answer.Confidence && row.GetString(3) == choices;
        return new(repeated ? SaveOutcome.Saved : isChecked ? SaveOutcome.Checked : SaveOutcome.Stale, stored);
    }

    // Of two writers the higher number wins, and nothing gets into a closed attempt. PostgreSQL may have several writers: the
    // shared lock makes one that is closing the attempt wait for this transaction, so that an acknowledged answer is graded.
    private static string Save(string from, Database database) => $"""
        INSERT INTO "Answers" ("AttemptId", "Position", "Seq", "Choices", "Flagged", "Confidence", "SavedAt")
        SELECT @p0, @p1, @p2, @p3, @p4, @p5, @p6 FROM {from} {(database.IsPostgres ? "FOR SHARE" : "")}
        ON CONFLICT ("AttemptId", "Position") DO UPDATE
        SET "Seq" = excluded."Seq", "Choices" = excluded."Choices", "Flagged" = excluded."Flagged", "Confidence" = excluded."Confidence", "SavedAt" = excluded."SavedAt"
        WHERE excluded."Seq" > "Answers"."Seq"
        """;
}

internal enum SaveOutcome
{
    Saved,

    /// <summary>Something with the same or a higher number is stored.</summary>
    Stale,

    /// <summary>Its solution has been shown.</summary>
    Checked,

    /// <summary>The attempt is closed, or deleted.</summary>
    Closed,
}

/// <param name="Stored">What the database holds now.</param>
internal sealed record SaveResult(SaveOutcome Outcome, SavedAnswer Stored);
