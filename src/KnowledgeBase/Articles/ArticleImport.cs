using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Articles;

/// <summary>Keeps the texts that the content folder's renderer made.</summary>
internal sealed class ArticleImport : IContentKind
{
    public Func<KnowledgeDb, Task> Read(SectionDraft section)
    {
        var articles = section.Texts.Select(text => Article(section.Slug, text.Key, text.Value)).ToList();
        return async db =>
        {
            await RetireAsync(db, section.Slug);
            db.AddRange(articles);
        };
    }

    // The section that inherits the slug brings its own.
    public Task RenameAsync(KnowledgeDb db, string from, string to) => RetireAsync(db, from);

    public Task RetireAsync(KnowledgeDb db, string section) =>
        db.Set<Article>().Where(article => article.Section == section).ExecuteDeleteAsync();

    private static Article Article(string section, string language, SectionText text) => new()
    {
        Section = section,
        Language = language,
        Summary = text.About.Summary,
        Tags = text.About.Tags,
        Synonyms = text.About.Synonyms,
        Updated = text.About.Updated,
        Minutes = text.Prose.Minutes,
        HasMath = text.Prose.Formulas > 0,
        Contents = [.. text.Prose.Headings.Select(heading => new Heading(heading.Level, heading.Id, heading.Text))],
        Html = text.Prose.Html,
    };
}
