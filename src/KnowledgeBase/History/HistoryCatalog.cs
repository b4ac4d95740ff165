using KnowledgeBase.Content;
using KnowledgeBase.History.Charts;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>What the history page shows of one learner, and nobody else.</summary>
internal sealed class HistoryCatalog(IDbContextFactory<KnowledgeDb> databases, MasteryCatalog mastery, QuestionChapters questions, TimeProvider time)
{
    /// <summary>How many scores the trend shows.</summary>
    private const int TrendLength = 40;

    /// <summary>The papers to choose from when filtering are those of so many latest attempts.</summary>
    private const int PapersOf = 500;

    public async Task<HistoryOverview> OverviewAsync(Guid learner, TimeZoneInfo zone)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        return new()
        {
            Running = await db.RunningOf(learner).OrderByDescending(attempt => attempt.StartedAt).Select(AttemptRow.Of).ToListAsync(),
            Latest = await db.ClosedOf(learner).NewestFirst().Take(TrendLength).Select(AttemptRow.Of).ToListAsync(),
            Totals = await Totals.ReadAsync(db, learner),
            DaysInARow = await Streak.ReadAsync(db, learner, now, zone),
            Standing = await mastery.StandingAsync(db, learner),
            Calendar = await StudyCalendar.ReadAsync(db, learner, now, zone),
            Answering = await Answering.ReadAsync(db, learner, await questions.CurrentAsync()),
        };
    }

    public async Task<AttemptList> ListAsync(Guid learner, ListPlace? before, ListPlace? after, AttemptFilter? filter = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await AttemptList.ReadAsync(db, learner, before, after, filter);
    }

    /// <summary>The papers sat lately, by key, each under its latest name.</summary>
    public async Task<IReadOnlyDictionary<string, Bilingual>> PapersAsync(Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        var sat = await db.ClosedOf(learner).NewestFirst().Take(PapersOf).Select(attempt => new { attempt.PaperKey, attempt.PaperTitle }).ToListAsync();
        return sat.DistinctBy(attempt => attempt.PaperKey, StringComparer.Ordinal).ToDictionary(attempt => attempt.PaperKey, attempt => attempt.PaperTitle, StringComparer.Ordinal);
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
    public required Standing Standing { get; init; }
    public required IReadOnlyList<CalendarDay> Calendar { get; init; }
    public required Answering Answering { get; init; }

    public Form? Form => History.Form.Of([.. Latest.Select(attempt => attempt.Share).OfType<double>()]);
}
