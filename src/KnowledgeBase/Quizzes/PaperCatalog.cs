using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>The papers on offer, as somebody sees them.</summary>
internal sealed class PaperCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionBank questions, Book book)
{
    /// <summary>Those that have a question to ask, in the book's order.</summary>
    public async Task<IReadOnlyList<PaperOffer>> OffersAsync(Guid? learner, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var papers = await db.Set<Paper>().AsNoTracking().Where(paper => !paper.Retired).OrderBy(paper => paper.Position).ToListAsync();
        var best = learner is null ? [] : await BestAsync(db, learner.Value);
        var all = await questions.CandidatesAsync();
        var outline = await book.OutlineAsync();
        return [.. papers.Select(paper => Offer(paper, all, best, outline, language)).Where(offer => offer.Count > 0)];
    }

    /// <summary>Null if it is not on offer.</summary>
    public async Task<PaperOffer?> OfferAsync(string key, Guid? learner, string language)
    {
        if (await FindAsync(key) is not { } paper)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        var best = learner is null ? [] : await BestAsync(db, learner.Value);
        return Offer(paper, await questions.CandidatesAsync(), best, await book.OutlineAsync(), language);
    }

    public async Task<Paper?> FindAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Key == key && !paper.Retired);
    }

    /// <summary>A paper of the learner's own, cut down to what the book has.</summary>
    public async Task<Paper> OwnAsync(Blueprint wanted)
    {
        var outline = await book.OutlineAsync();
        var known = outline.Sections.Select(section => section.Slug).ToHashSet(StringComparer.Ordinal);
        string[] sections = [.. wanted.Sections.Where(known.Contains)];
        return new()
        {
            Key = StartForm.OwnPaper,
            Scope = PaperScope.Own,
            Position = 0,
            Title = new("自组卷", "Your own paper"),
            Summary = new("", ""),
            Blueprint = wanted with { Sections = sections.Length == known.Count ? [] : sections },
        };
    }

    private static PaperOffer Offer(Paper paper, IReadOnlyList<Candidate> all, Dictionary<string, double> best, BookOutline outline, string language)
    {
        var blueprint = paper.Blueprint;
        Candidate[] pool = blueprint.Questions.Length > 0 ? Draw.Questions(blueprint, all, new(0)) : [.. Draw.Pool(blueprint, all)];
        var count = blueprint.Questions.Length > 0 ? pool.Length : Math.Min(blueprint.Count, pool.Length);
        var typical = pool.Length == 0 ? 0 : pool.Average(one => one.Seconds) * count / 60;
        var chapter = paper.Scope == PaperScope.Section && blueprint.Sections is [var slug] ? outline.ChapterOf(slug)?.Title[language] : null;
        return new(
            paper.Key, paper.Scope, chapter, paper.Title[language], paper.Summary[language], count,
            blueprint.Minutes ?? Math.Max(1, (int)Math.Ceiling(typical)), MinutesVary: blueprint.Minutes is null && count < pool.Length,
            pool.Length, [.. Enumerable.Range(1, 5).Select(difficulty => pool.Count(one => one.Difficulty == difficulty))],
            best.TryGetValue(paper.Key, out var share) ? share : null);
    }

    private static async Task<Dictionary<string, double>> BestAsync(KnowledgeDb db, Guid learner) => await db.Set<Attempt>()
        .Where(attempt => attempt.LearnerId == learner && attempt.ClosedAt != null && attempt.Score != null && attempt.MaximumScore > 0)
        .GroupBy(attempt => attempt.PaperKey)
        .Select(group => new { group.Key, Best = group.Max(attempt => attempt.Score!.Value / attempt.MaximumScore) })
        .ToDictionaryAsync(row => row.Key, row => row.Best, StringComparer.Ordinal);
}

/// <summary>A paper as it is offered.</summary>
/// <param name="Chapter">Where a section's paper belongs; null for the others.</param>
/// <param name="MinutesVary">The time follows the questions drawn, so <paramref name="Minutes"/> is what it usually comes to.</param>
/// <param name="Pool">How many questions it draws from.</param>
/// <param name="Difficulties">Of the pool: how many have difficulty 1, 2, …, 5.</param>
/// <param name="Best">Share of the marks, 0 to 1; null if never sat.</param>
public sealed record PaperOffer(
    string Key, PaperScope Scope, string? Chapter, string Title, string Summary, int Count, int Minutes, bool MinutesVary, int Pool, IReadOnlyList<int> Difficulties, double? Best);
