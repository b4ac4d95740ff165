using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Which chapter each section stands in, for addresses.</summary>
internal sealed class BookMap(IReadOnlyDictionary<string, string> chapterOf)
{
    public static bool IsExternal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>What <c>#id</c>, <c>section</c> or <c>section#id</c> points to; null: nothing in the book.</summary>
    /// <param name="isArticle">An article's own headings are on its page; a question's are elsewhere.</param>
    public (string Address, string Section, string Id)? Resolve(string url, string language, string from, bool isArticle)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (section, id) = hash < 0 ? (url, "") : (url[..hash], url[(hash + 1)..]);
        if ((hash >= 0 && !Slugs.IsSlug(id)) || (section.Length > 0 && !chapterOf.ContainsKey(section)) || (section.Length == 0 && id.Length == 0))
            return null;
        if (section.Length == 0 && isArticle)
            return (url, from, id);
        section = section.Length == 0 ? from : section;
        return ($"/{language}/read/{chapterOf[section]}/{section}{(id.Length > 0 ? "#" + id : "")}", section, id);
    }
}
