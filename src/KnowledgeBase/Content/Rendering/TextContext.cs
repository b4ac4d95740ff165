using KnowledgeBase.Content.Sources;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Rendering;

/// <summary>The tools that all texts of one import share.</summary>
internal sealed record Workshop(Formulas Formulas, Highlighter Highlighter, BookMap Book, Problems Problems);

/// <summary>The text being set and where it belongs.</summary>
/// <param name="Section">The slug of its section.</param>
/// <param name="Figures">The folder its figures lie in; null: it may have none, as it is no article.</param>
internal sealed record TextContext(Workshop Workshop, TextAt Source, string Language, string Section, SectionFolder? Figures)
{
    public bool IsArticle => Figures is not null;

    public int Line(MarkdownObject node) => Source.Line + node.Line;

    public void Problem(MarkdownObject node, string message) => Workshop.Problems.Add(Source.File, Line(node), message);
}
