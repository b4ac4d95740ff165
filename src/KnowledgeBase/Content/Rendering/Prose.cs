using KnowledgeBase.Content.Sources;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace KnowledgeBase.Content.Rendering;

/// <summary>A heading of a text; <paramref name="Level"/> is 2 or 3.</summary>
internal sealed record ProseHeading(int Level, string Id, string Text, int Line);

/// <summary>Where a text points within the book; an empty <paramref name="Id"/> is the section as a whole.</summary>
internal sealed record ProseLink(string File, int Line, string Section, string Id);

/// <summary>A piece of code and whether it is to be run, or is what the piece before it printed.</summary>
internal sealed record ProseCode(int Line, string Language, bool Runs, bool IsOutput, string Code);

/// <summary>What a text became.</summary>
/// <param name="Han">How many Chinese characters it has; <paramref name="Words"/>: how many words of letters.</param>
/// <param name="IsSound">False: its headings cannot be relied on, so that what refers to them is not blamed.</param>
internal sealed record ProseHtml(
    string Html, IReadOnlyList<ProseHeading> Headings, IReadOnlyList<ProseCode> Code, IReadOnlyList<string> Figures, int Formulas, int Han, int Words, int Minutes,
    bool IsSound);

/// <summary>Markdown as this book writes it. The pipeline is spelled out: what is not named here is not understood.</summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder
    {
        // Lines of inlines are needed for problems.
        PreciseSourceLocation = true,
    }.UseCjkFriendlyEmphasis().UsePipeTables().Use<MathSyntax>().Use<CalloutSyntax>().Use<ProseHtmlRules>().Build();

    /// <summary>Null, with a problem, if the text is no sane Markdown.</summary>
    public static MarkdownDocument? Parse(TextAt source, Problems problems)
    {
        try
        {
            return Markdown.Parse(source.Text, Pipeline);
        }
        // Thrown for thousands of nested quotes or brackets.
        catch (ArgumentException failure) when (failure.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(source.File, source.Line, "The text nests too deeply.");
            return null;
        }
    }

    public static string Html(MarkdownObject node)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new Markdig.Renderers.HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(node);
        return writer.ToString().TrimEnd();
    }

    public static bool IsClosed(Block block) => block switch
    {
        FencedCodeBlock code => code.ClosingFencedCharCount > 0,
        CustomContainer callout => callout.ClosingFencedCharCount > 0,
        FormulaBlock formula => formula.IsClosed,
        _ => true,
    };
}
