using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary>A figure alone in its paragraph: the drawing and the words below it.</summary>
internal sealed class FigureBlock(string svg, string label, ContainerInline? caption) : LeafBlock(parser: null)
{
    public string Svg { get; } = svg;
    public string Label { get; } = label;
    public ContainerInline? Caption { get; } = caption;
}

/// <summary>How the parts of a text are written. What can be wider than a phone scrolls by itself, and by keyboard.</summary>
internal sealed class ProseHtmlRules : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Insert(0, new Formula());
        html.ObjectRenderers.Insert(0, new DisplayFormula());
        html.ObjectRenderers.Insert(0, new Figure());
        html.ObjectRenderers.Insert(0, new Heading());
        html.ObjectRenderers.Replace<CodeBlockRenderer>(new Code());
        html.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTable());
        // Raw HTML is refused as a problem; these two see to it that it could not get out even if it were not.
        html.ObjectRenderers.Replace<HtmlBlockRenderer>(new NoHtmlBlock());
        html.ObjectRenderers.Replace<HtmlInlineRenderer>(new NoHtmlInline());
    }

    private sealed class Formula : HtmlObjectRenderer<FormulaInline>
    {
        protected override void Write(HtmlRenderer renderer, FormulaInline formula) => renderer.Write(formula.Html);
    }

    private sealed class DisplayFormula : HtmlObjectRenderer<FormulaBlock>
    {
        protected override void Write(HtmlRenderer renderer, FormulaBlock formula) => renderer.EnsureLine()
            .Write("<div class=\"formula\"").Scrolls(formula).Write('>').Write(formula.Html).WriteLine("</div>");
    }

    private sealed class Figure : HtmlObjectRenderer<FigureBlock>
    {
        protected override void Write(HtmlRenderer renderer, FigureBlock figure)
        {
            renderer.EnsureLine();
            renderer.Write("<figure>").Write(figure.Svg).Write("<figcaption>").WriteEscape(figure.Label).Write(" · ");
            if (figure.Caption is { } caption)
                renderer.WriteChildren(caption);
            renderer.WriteLine("</figcaption></figure>");
        }
    }

    // The heading links to itself: its address can be copied without script and without an extra thing to read out.
    private sealed class Heading : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var (level, id) = (heading.Level == 2 ? "h2" : "h3", heading.TryGetAttributes()?.Id);
            renderer.EnsureLine();
            renderer.Write($"<{level} id=\"").WriteEscape(id).Write("\"><a href=\"#").WriteEscape(id).Write("\">");
            renderer.WriteLeafInline(heading);
            renderer.WriteLine($"</a></{level}>");
        }
    }

    private sealed class Code : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code)
        {
            renderer.EnsureLine();
            if (code.GetData(typeof(CodeHtml)) is CodeHtml made)
            {
                renderer.Write($"<div class=\"{(made.IsOutput ? "code output" : "code")}\" data-lang=\"").WriteEscape(made.Language)
                    .Write("\"><div class=\"code-label\">").WriteEscape(made.Label).Write("</div><pre")
                    .Scrolls(code).Write("><code>").Write(made.Html).WriteLine("</code></pre></div>");
            }
        }
    }

    private sealed class ScrollingTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"table\"").Scrolls(table).WriteLine(">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }

    private sealed class NoHtmlBlock : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block) => renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
    }

    private sealed class NoHtmlInline : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) => renderer.WriteEscape(inline.Tag);
    }
}

/// <summary>A code block made ready.</summary>
internal sealed record CodeHtml(string Language, string Label, bool IsOutput, string Html);

/// <summary>What a screen reader says on reaching a part that scrolls sideways.</summary>
internal sealed record ScrollLabel(string Text)
{
    public static void Set(MarkdownObject node, string text) => node.SetData(typeof(ScrollLabel), new ScrollLabel(text));
}

internal static class ScrollingHtml
{
    // A group rather than a region: a page with thirty landmarks has none.
    public static HtmlRenderer Scrolls(this HtmlRenderer renderer, MarkdownObject node) => renderer
        .Write(" tabindex=\"0\" role=\"group\" aria-label=\"")
        .WriteEscape((node.GetData(typeof(ScrollLabel)) as ScrollLabel)?.Text ?? "").Write('"');
}
