using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Content;

/// <summary>The book's table of contents: what every menu, paper and chart is ordered by. Immutable; see <see cref="Book"/>.</summary>
internal sealed class BookOutline(IReadOnlyList<Chapter> chapters, IReadOnlyList<Section> sections)
{
    private readonly Dictionary<string, Section> _sections = sections.ToDictionary(section => section.Slug, StringComparer.Ordinal);
    private readonly ILookup<string, Section> _byChapter = sections
        .Where(section => !section.Retired).OrderBy(section => section.Position).ToLookup(section => section.Chapter, StringComparer.Ordinal);

    /// <summary>In the book's order, without what was taken out of it.</summary>
    public IReadOnlyList<Chapter> Chapters { get; } = [.. chapters.Where(chapter => !chapter.Retired).OrderBy(chapter => chapter.Position)];

    public IEnumerable<Section> Sections => Chapters.SelectMany(SectionsOf);

    public IEnumerable<Section> SectionsOf(Chapter chapter) => _byChapter[chapter.Slug];

    /// <summary>Also finds what is no longer in the book, for the sake of old results.</summary>
    public Chapter? Chapter(string slug) => chapters.FirstOrDefault(chapter => chapter.Slug == slug);

    /// <summary>Also finds what is no longer in the book, for the sake of old results.</summary>
    public Section? Section(string slug) => _sections.GetValueOrDefault(slug);

    /// <summary>The chapter that a section, present or past, stands in.</summary>
    public Chapter? ChapterOf(string section) => Section(section) is { } found ? Chapter(found.Chapter) : null;

    /// <summary>The section that a former slug now belongs to.</summary>
    public Section? Renamed(string formerSlug) => Sections.FirstOrDefault(section => section.Formerly.Contains(formerSlug, StringComparer.Ordinal));
}

/// <summary>Hands out the current outline, read once per change of the content.</summary>
internal sealed class Book(IDbContextFactory<KnowledgeDb> databases)
{
    private volatile Task<BookOutline>? _outline;

    public async Task<BookOutline> OutlineAsync()
    {
        var outline = _outline ??= ReadAsync();
        try
        {
            return await outline;
        }
        catch
        {
            // The next one may succeed: a failure is not kept.
            _ = Interlocked.CompareExchange(ref _outline, null, outline);
            throw;
        }
    }

    /// <summary>Raised when the book in the store is another than before, for whoever keeps something made from it.</summary>
    public event EventHandler? Changed;

    /// <summary>Called by the importer after it changed something.</summary>
    public void Forget()
    {
        _outline = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<BookOutline> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return new(
            await db.Set<Chapter>().AsNoTracking().ToListAsync(),
            await db.Set<Section>().AsNoTracking().ToListAsync());
    }
}
