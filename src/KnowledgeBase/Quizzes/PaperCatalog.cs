using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>The papers on offer, as somebody sees them.</summary>
internal sealed class PaperCatalog(IDbContextFactory<KnowledgeDb> databases, PaperExtents extents, Book book, PaperResults results)
{
    /// <summary>Those that have a question to ask, in the book's order.</summary>
    public async Task<IReadOnlyList<PaperOffer>> OffersAsync(Guid? learner, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var papers = await db.Set<Paper>().AsNoTracking().Where(paper => !paper.Retired).OrderBy(paper => paper.Position).ToListAsync();
        return [.. (await OffersAsync(papers, learner, language)).Where(offer => offer.Count > 0)];
    }

    public async Task<PaperOffer> OfferAsync(Paper paper, Guid? learner, string language) => (await OffersAsync([paper], learner, language))[0];

    public async Task<Paper?> FindAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Key == key && !paper.Retired);
    }

    /// <summary>A paper of the learner's own, cut down to what the book has.</summary>
    public async Task<Paper> OwnAsync(StartForm form)
    {
        var wanted = form.Own;
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
            Rules = form.Confidence ? new() { Confidence = ConfidenceUse.Asked } : PaperRules.None,
        };
    }

    private async Task<PaperOffer[]> OffersAsync(List<Paper> papers, Guid? learner, string language)
    {
        var reached = learner is { } id ? await results.OfAsync(id, papers) : new Dictionary<string, double>(StringComparer.Ordinal);
        var outline = await book.OutlineAsync();
        var offers = new PaperOffer[papers.Count];
        for (var i = 0; i < offers.Length; i++)
            offers[i] = Offer(papers[i], await extents.OfAsync(papers[i].Blueprint), reached.TryGetValue(papers[i].Key, out var share) ? share : null, outline, language);
        return offers;
    }

    private static PaperOffer Offer(Paper paper, PaperExtent extent, double? result, BookOutline outline, string language)
    {
        var chapter = paper.Scope == PaperScope.Section && paper.Blueprint.Sections is [var slug] ? outline.ChapterOf(slug)?.Title[language] : null;
        return new(
            paper.Key, paper.Scope, paper.Authored, chapter, paper.Title[language], paper.Summary[language], extent.Count, extent.Minutes, extent.MinutesVary,
            extent.Pool, extent.Difficulties, [.. paper.Blueprint.Parts.Select(part => new OfferedPart(part.Count, part.Difficulties, part.Tags))],
            paper.Rules, result);
    }
}

/// <summary>A paper as it is offered.</summary>
/// <param name="Authored">Set by an author of the site, not by the book.</param>
/// <param name="Chapter">Where a section's paper belongs; null for the others.</param>
/// <param name="MinutesVary">The time follows the questions drawn, so <paramref name="Minutes"/> is what it usually comes to.</param>
/// <param name="Pool">How many questions it draws from.</param>
/// <param name="Difficulties">Of the pool: how many have difficulty 1, 2, …, 5.</param>
/// <param name="Parts">The mix it promises; empty if none.</param>
/// <param name="Result">By the paper's rule; a share of the marks, null if never sat.</param>
public sealed record PaperOffer(
    string Key, PaperScope Scope, bool Authored, string? Chapter, string Title, string Summary, int Count, int Minutes, bool MinutesVary,
    int Pool, IReadOnlyList<int> Difficulties, IReadOnlyList<OfferedPart> Parts, PaperRules Rules, double? Result)
{
    public bool? Passed => Rules.Passed(Result);
}

public sealed record OfferedPart(int Count, IReadOnlyList<int> Difficulties, IReadOnlyList<string> Tags);
