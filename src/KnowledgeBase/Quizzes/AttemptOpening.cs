using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>
/// Stores an attempt that begins. Looking, asking the rules and storing are one write: a double click starts one attempt, and two
/// tabs cannot start one too many.
/// </summary>
internal sealed class AttemptOpening(WriteQueue queue, Database database)
{
    // Of several servers each has a writer of its own; the learner's row lets one of them start something for this learner at a time.
    private const string Alone = """SELECT "Id" FROM "Learners" WHERE "Id" = @p0 FOR UPDATE""";

    /// <param name="isSame">Of the learner's running attempts on that paper in that mode: whether it is gone on with instead.</param>
    /// <param name="afresh">The running one is in the way: if a new one may begin it is named, for the caller to close.</param>
    public Task<StartedAttempt> OpenAsync(Attempt attempt, IReadOnlyList<AttemptItem> items, Predicate<Attempt> isSame, bool afresh = false) => queue.WriteAsync(writer =>
    {
        if (database.IsPostgres)
            writer.Execute(Alone, attempt.LearnerId);
        using var db = writer.Context();
        var now = attempt.StartedAt;
        var running = db.Set<Attempt>().AsNoTracking()
            .Where(other => other.LearnerId == attempt.LearnerId && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode
                && other.ClosedAt == null && (other.Deadline == null || other.Deadline > now))
            .OrderByDescending(other => other.StartedAt).ToList()
            .Find(isSame);
        if (running is not null && !afresh)
            return new StartedAttempt(running.Id, Resumed: true);

        // Nobody loses a running attempt for one that they may not begin.
        var ended = PaperOverrides.Ended(db, attempt.LearnerId, attempt.PaperKey, attempt.Rules, now);
        if (Admission.Check(attempt.Rules, attempt.Mode, running is null ? ended : [.. ended, now], now) is { } refusal)
            return new StartedAttempt(Guid.Empty, Resumed: false) { Refusal = refusal };
        if (running is not null)
            return new StartedAttempt(running.Id, Resumed: true);

        attempt.Number = 1 + db.Set<Attempt>().Count(other => other.LearnerId == attempt.LearnerId && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode);
        db.Add(attempt);
        db.AddRange(items);
        db.SaveChanges();
        return new StartedAttempt(attempt.Id, Resumed: false);
    });

    /// <summary>What is asked, each with the order in which it is shown.</summary>
    public static List<AttemptItem> Items(Attempt attempt, IEnumerable<QuestionVersion> versions, SplitMix64 random) => [.. versions.Select((version, index) => new AttemptItem
    {
        AttemptId = attempt.Id,
        Position = index + 1,
        QuestionId = version.QuestionId,
        VersionId = version.Id,
        OptionOrder = Draw.Options(version, random),
    })];
}

/// <param name="Resumed">It was running already.</param>
internal sealed record StartedAttempt(Guid Id, bool Resumed)
{
    /// <summary>Why there is none.</summary>
    public Refusal? Refusal { get; init; }
}
