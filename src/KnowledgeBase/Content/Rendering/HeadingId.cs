using System.Text;
using KnowledgeBase.Content.Sources;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary><c>## Heading {#id}</c>. Markdig's generic attributes would do it too, and allow <c>{onclick=…}</c> everywhere.</summary>
internal static class HeadingId
{
    /// <summary>Takes the id off the heading's words and gives it to the heading; null if there is none.</summary>
    public static string? Take(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline last)
            return null;
        var text = last.Content.ToString();
        var start = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (start < 0 || !text.EndsWith('}') || !Slugs.IsSlug(text[(start + 2)..^1]))
            return null;
        var id = text[(start + 2)..^1];
        last.Content = new(text[..start].TrimEnd());
        heading.GetAttributes().Id = id;
        return id;
    }

    public static string Text(HeadingBlock heading)
    {
        var text = new StringBuilder();
        foreach (var inline in heading.Inline!.Descendants())
        {
            if (inline is LiteralInline literal)
                text.Append(literal.Content);
            else if (inline is CodeInline code)
                text.Append(code.Content);
        }
        return text.ToString().Trim();
    }
}
