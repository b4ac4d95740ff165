using KnowledgeBase.Storage;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Saves what interviewers put down, one prepared statement each, and nothing into a sheet that is final or somebody else's.</summary>
internal sealed class SheetStore(WriteQueue queue, Database database)
{
    private const string Look = """SELECT "SubmittedAt" FROM "Panelists" WHERE "InterviewId" = @p0 AND "LearnerId" = @p1""";
    private const string LookScore = """SELECT "Seq", "Level", "Evidence" FROM "CriterionScores" WHERE "InterviewId" = @p0 AND "LearnerId" = @p1 AND "Position" = @p2 AND "Criterion" = @p3""";
    private const string LookNote = """SELECT "Seq", "Text" FROM "PanelNotes" WHERE "InterviewId" = @p0 AND "LearnerId" = @p1 AND "Position" = @p2""";

    private readonly string _saveScore = $"""
        INSERT INTO "CriterionScores" ("InterviewId", "LearnerId", "Position", "Criterion", "Level", "Evidence", "Seq", "SavedAt")
        SELECT @p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7 {Open(database)}
        ON CONFLICT ("InterviewId", "LearnerId", "Position", "Criterion") DO UPDATE
        SET "Level" = excluded."Level", "Evidence" = excluded."Evidence", "Seq" = excluded."Seq", "SavedAt" = excluded."SavedAt"
        WHERE excluded."Seq" > "CriterionScores"."Seq"
        """;

    private readonly string _saveNote = $"""
        INSERT INTO "PanelNotes" ("InterviewId", "LearnerId", "Position", "Text", "Seq", "SavedAt")
        SELECT @p0, @p1, @p2, @p3, @p4, @p5 {Open(database)}
        ON CONFLICT ("InterviewId", "LearnerId", "Position") DO UPDATE
        SET "Text" = excluded."Text", "Seq" = excluded."Seq", "SavedAt" = excluded."SavedAt"
        WHERE excluded."Seq" > "PanelNotes"."Seq"
        """;

    /// <summary>Completes when the score is on disk, or was refused.</summary>
    public Task<SheetResult<SavedScore>> SaveScoreAsync(Guid interview, Guid learner, int position, string criterion, SavedScore score, DateTimeOffset received) => queue.WriteAsync(writer =>
    {
        if (writer.Execute(_saveScore, interview, learner, position, criterion, score.Level, score.Evidence, score.Seq, received.ToUnixTimeMilliseconds()) == 1)
            return new SheetResult<SavedScore>(SheetOutcome.Saved, score with { SavedAt = received });
        if (Refusal(writer, interview, learner) is { } refusal)
            return new(refusal, SavedScore.None);
        using var row = writer.Query(LookScore, interview, learner, position, criterion);
        var stored = row.Read() ? new SavedScore(row.GetInt64(0), row.GetInt32(1), row.GetString(2)) : SavedScore.None;
        // A retry whose first reply was lost.
        return new(stored == score with { SavedAt = null } ? SheetOutcome.Saved : SheetOutcome.Stale, stored);
    });

    public Task<SheetResult<SavedNote>> SaveNoteAsync(Guid interview, Guid learner, int position, SavedNote note, DateTimeOffset received) => queue.WriteAsync(writer =>
    {
        if (writer.Execute(_saveNote, interview, learner, position, note.Text, note.Seq, received.ToUnixTimeMilliseconds()) == 1)
            return new SheetResult<SavedNote>(SheetOutcome.Saved, note with { SavedAt = received });
        if (Refusal(writer, interview, learner) is { } refusal)
            return new(refusal, SavedNote.None);
        using var row = writer.Query(LookNote, interview, learner, position);
        var stored = row.Read() ? new SavedNote(row.GetInt64(0), row.GetString(1)) : SavedNote.None;
        return new(stored == note with { SavedAt = null } ? SheetOutcome.Saved : SheetOutcome.Stale, stored);
    });

    private static SheetOutcome? Refusal(Writer writer, Guid interview, Guid learner)
    {
        using var row = writer.Query(Look, interview, learner);
        if (!row.Read())
            return SheetOutcome.NotTheirs;
        return row.IsDBNull(0) ? null : SheetOutcome.Final;
    }

    // PostgreSQL may have several writers: the shared lock makes one that is submitting the sheet wait for this transaction.
    private static string Open(Database database) => $"""
        FROM "Panelists" WHERE "InterviewId" = @p0 AND "LearnerId" = @p1 AND "SubmittedAt" IS NULL {(database.IsPostgres ? "FOR SHARE" : "")}
        """;
}

internal enum SheetOutcome
{
    Saved,

    /// <summary>Something with the same or a higher number is stored.</summary>
    Stale,

    /// <summary>The sheet was submitted.</summary>
    Final,

    /// <summary>They are not on the panel.</summary>
    NotTheirs,
}

/// <param name="Stored">What the database holds now.</param>
internal sealed record SheetResult<T>(SheetOutcome Outcome, T Stored);
