using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeBase.Quizzes;

/// <summary>Reads attempts, always together with whose they are.</summary>
internal sealed class AttemptCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionBank questions) : IDisposable
{
    /// <summary>About 4 KB each; the questions' texts are shared.</summary>
    private const int MostKept = 5_000;

    // One round trip tells whether the attempt is open and what is saved. Hot: every view of a running attempt.
    private static readonly Func<KnowledgeDb, Guid, IAsyncEnumerable<StateRow>> StateRows = EF.CompileAsyncQuery((KnowledgeDb db, Guid id) =>
        from attempt in db.Set<Attempt>()
        where attempt.Id == id
        from answer in db.Set<Answer>().Where(answer => answer.AttemptId == attempt.Id).DefaultIfEmpty()
        select new StateRow(attempt.ClosedAt, attempt.Score, (int?)answer!.Position, (long?)answer.Seq, answer.Choices, (bool?)answer.Flagged, (int?)answer.Confidence));

    private readonly MemoryCache _sheets = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Null if there is no such attempt or it is somebody else's.</summary>
    public async ValueTask<AttemptSheet?> SheetAsync(Guid id, Guid? learner)
    {
        if (learner is null)
            return null;
        if (_sheets.Get<AttemptSheet>(id) is { } kept && kept.LearnerId == learner)
            return kept;

        // Not kept, or kept from before it moved to another account.
        return await ReadAsync(id) is { } sheet && sheet.LearnerId == learner ? sheet : null;
    }

    /// <summary>For the site itself, which closes attempts whoever's they are.</summary>
    public async ValueTask<AttemptSheet?> SheetAsync(Guid id) => _sheets.Get<AttemptSheet>(id) ?? await ReadAsync(id);

    public async Task<AttemptState> StateAsync(AttemptSheet sheet)
    {
        await using var db = await databases.CreateDbContextAsync();
        var answers = new Dictionary<int, SavedAnswer>();
        StateRow? last = null;
        await foreach (var row in StateRows(db, sheet.Id))
        {
            last = row;
            if (row.Position is { } position)
                answers[position] = new(row.Seq!.Value, sheet.Read(position, row.Choices!), row.Flagged!.Value, row.Confidence!.Value);
        }
        var state = new AttemptState(last?.ClosedAt, last?.Score, answers);
        return sheet.ExplainsAtOnce && state.ClosedAt is null ? state with { Checked = await CheckedAsync(db, sheet) } : state;
    }

    /// <summary>Running attempts of one paper, newest first.</summary>
    public async Task<IReadOnlyList<OpenAttempt>> OpenAsync(Guid learner, string paper, DateTimeOffset now)
    {
        await using var db = await databases.CreateDbContextAsync();
        var open = await db.Set<Attempt>()
            .Where(attempt => attempt.LearnerId == learner && attempt.PaperKey == paper && attempt.ClosedAt == null && (attempt.Deadline == null || attempt.Deadline > now))
            .OrderByDescending(attempt => attempt.StartedAt)
            .Select(attempt => new
            {
                attempt.Id,
                attempt.Mode,
                attempt.Multiplier,
                attempt.Deadline,
                attempt.MaximumScore,
                Answered = db.Set<Answer>().Count(answer => answer.AttemptId == attempt.Id && answer.Choices != ""),
            }).ToListAsync();
        return [.. open.Select(one => new OpenAttempt(one.Id, one.Mode, one.Multiplier, one.Answered, one.MaximumScore, one.Deadline is { } deadline ? (int)(deadline - now).TotalSeconds : null))];
    }

    /// <summary>By position; only a closed attempt has any.</summary>
    public async Task<IReadOnlyDictionary<int, double>> MarksAsync(AttemptSheet sheet)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<AttemptItem>().Where(item => item.AttemptId == sheet.Id && item.Mark != null)
            .ToDictionaryAsync(item => item.Position, item => item.Mark!.Value);
    }

    public void Dispose() => _sheets.Dispose();

    private static async Task<Dictionary<int, double>> CheckedAsync(KnowledgeDb db, AttemptSheet sheet) => await db.Set<AttemptItem>()
        .Where(item => item.AttemptId == sheet.Id && item.CheckedAt != null).ToDictionaryAsync(item => item.Position, item => item.Mark!.Value);

    private async Task<AttemptSheet?> ReadAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Set<Attempt>().AsNoTracking().FirstOrDefaultAsync(attempt => attempt.Id == id) is not { } attempt)
            return null;
        var items = await (
            from item in db.Set<AttemptItem>()
            join question in db.Set<Question>() on item.QuestionId equals question.Id
            where item.AttemptId == id
            orderby item.Position
            select new { item.Position, item.VersionId, item.OptionOrder, question.Section }).ToListAsync();
        var versions = await questions.VersionsAsync([.. items.Select(item => item.VersionId)]);
        var sheet = new AttemptSheet(
            attempt.Id, attempt.LearnerId, attempt.PaperKey, attempt.PaperTitle, attempt.Mode, attempt.StartedAt, attempt.Deadline, attempt.Multiplier, attempt.Blueprint, attempt.Rules, attempt.RetryOf,
            [.. items.Zip(versions, (item, version) => new SheetItem(item.Position, item.Section, version, item.OptionOrder))]);
        _sheets.Set(id, sheet, new MemoryCacheEntryOptions { Size = 1 });
        return sheet;
    }

    private sealed record StateRow(DateTimeOffset? ClosedAt, double? Score, int? Position, long? Seq, string? Choices, bool? Flagged, int? Confidence);
}

internal sealed record OpenAttempt(Guid Id, AttemptMode Mode, double Multiplier, int Answered, int Questions, int? SecondsLeft);
