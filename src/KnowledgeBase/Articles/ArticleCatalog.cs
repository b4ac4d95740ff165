using KnowledgeBase.Content;
using KnowledgeBase.Shell;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Articles;

/// <summary>Everything that is read, in the language of the page being made.</summary>
internal sealed class ArticleCatalog(IDbContextFactory<KnowledgeDb> databases, Book book)
{
    // Not static: a compiled query belongs to the model of one application, and tests run several in one process.
    private readonly Func<KnowledgeDb, string, string, Task<Article?>> _article = EF.CompileAsyncQuery(
        (KnowledgeDb db, string section, string language) => db.Set<Article>().AsNoTracking()
            .FirstOrDefault(article => article.Section == section && article.Language == language));

    private readonly Func<KnowledgeDb, string, IAsyncEnumerable<Teaser>> _teasers = EF.CompileAsyncQuery(
        (KnowledgeDb db, string language) => db.Set<Article>().AsNoTracking()
            .Where(article => article.Language == language)
            .Select(article => new Teaser(article.Section, article.Summary, article.Minutes)));

    public Task<BookOutline> OutlineAsync() => book.OutlineAsync();

    public async Task<ArticleAnswer> FindAsync(string chapter, string slug)
    {
        var outline = await book.OutlineAsync();
        var section = outline.Section(slug) is { Retired: false } current ? current : outline.Renamed(slug);
        if (section is null || outline.Chapter(section.Chapter) is not { Retired: false } home)
            return ArticleAnswer.Unknown;
        if (section.Slug != slug || section.Chapter != chapter)
            return ArticleAnswer.Moved(ReadingAddress.Of(section));

        await using var db = await databases.CreateDbContextAsync();
        if (await _article(db, slug, SiteLanguage.Current) is not { } article)
            return ArticleAnswer.Unknown;

        List<Section> all = [.. outline.Sections];
        var place = all.IndexOf(section);
        return new(new ArticleInPlace(home, section, article, all.ElementAtOrDefault(place - 1), all.ElementAtOrDefault(place + 1)), MovedTo: null);
    }

    /// <summary>Every chapter with its sections as the tables of contents show them.</summary>
    public async Task<IReadOnlyList<Shelf>> ShelvesAsync()
    {
        var outline = await book.OutlineAsync();
        var teasers = new Dictionary<string, Teaser>(StringComparer.Ordinal);
        await using (var db = await databases.CreateDbContextAsync())
        {
            await foreach (var teaser in _teasers(db, SiteLanguage.Current))
                teasers[teaser.Section] = teaser;
        }
        return [.. outline.Chapters.Select(chapter => new Shelf(chapter,
            [.. outline.SectionsOf(chapter).Where(section => teasers.ContainsKey(section.Slug)).Select(section => Card(section, teasers[section.Slug]))]))];
    }

    private static SectionCard Card(Section section, Teaser teaser) => new(
        ReadingAddress.Of(section), section.Title[SiteLanguage.Current], teaser.Summary, teaser.Minutes, section.Questions);

    private sealed record Teaser(string Section, string Summary, int Minutes);
}

/// <summary>An article, or where it has moved, or neither.</summary>
internal sealed record ArticleAnswer(ArticleInPlace? Article, string? MovedTo)
{
    public static readonly ArticleAnswer Unknown = new(null, null);

    public static ArticleAnswer Moved(string address) => new(null, address);
}

/// <summary>An article with its neighbours in the book.</summary>
internal sealed record ArticleInPlace(Chapter Chapter, Section Section, Article Article, Section? Previous, Section? Next);

/// <summary>A chapter and what stands in it.</summary>
internal sealed record Shelf(Chapter Chapter, IReadOnlyList<SectionCard> Sections)
{
    public int Questions => Sections.Sum(section => section.Questions);
}

/// <summary>A section as a table of contents shows it.</summary>
public sealed record SectionCard(string Href, string Title, string Summary, int Minutes, int Questions);
