using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>What the history page shows of one learner, and nobody else.</summary>
internal sealed class HistoryCatalog(IDbContextFactory<KnowledgeDb> databases, MasteryCatalog mastery, TimeProvider time)
{
    /// <summary>How many scores the trend shows.</summary>
    private const int TrendLength = 40;

    public async Task<HistoryOverview> OverviewAsync(Guid learner, TimeZoneInfo zone)
    {
        await using var db = await databases.CreateDbContextAsync();
        return new()
        {
            Running = await db.RunningOf(learner).OrderByDescending(attempt => attempt.StartedAt).Select(AttemptRow.Of).ToListAsync(),
            Latest = await db.ClosedOf(learner).NewestFirst().Take(TrendLength).Select(AttemptRow.Of).ToListAsync(),
            Totals = await Totals.ReadAsync(db, learner),
            DaysInARow = await Streak.ReadAsync(db, learner, time.GetUtcNow(), zone),
            Mastery = await mastery.ReadAsync(db, learner),
        };
    }

    public async Task<AttemptList> ListAsync(Guid learner, ListPlace? before, ListPlace? after)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await AttemptList.ReadAsync(db, learner, before, after);
    }

    /// <summary>Every attempt, in the order they were started, as they are read from the database.</summary>
    public async IAsyncEnumerable<AttemptRow> AllAsync(Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = db.Set<Quizzes.Attempt>().AsNoTracking().Where(attempt => attempt.LearnerId == learner)
            .OrderBy(attempt => attempt.StartedAt).ThenBy(attempt => attempt.Id).Select(AttemptRow.Of);
        await foreach (var row in all.AsAsyncEnumerable())
            yield return row;
    }
}

/// <summary>The figures above the list.</summary>
public sealed record HistoryOverview
{
    public required IReadOnlyList<AttemptRow> Running { get; init; }

    /// <summary>The latest closed ones, newest first: what the trend draws.</summary>
    public required IReadOnlyList<AttemptRow> Latest { get; init; }
    public required Totals Totals { get; init; }
    public required int DaysInARow { get; init; }
    public required IReadOnlyList<ChapterMastery> Mastery { get; init; }

    public Form? Form => History.Form.Of([.. Latest.Select(attempt => attempt.Share).OfType<double>()]);
}
