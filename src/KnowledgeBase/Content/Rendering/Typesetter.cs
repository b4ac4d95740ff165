using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary>
/// Turns one text into HTML that is safe to place: parses it, makes formulas, code and figures, resolves links, and says of
/// everything that is not as it should be where it stands.
/// </summary>
internal sealed class Typesetter(TextContext context)
{
    private const string NoHtml = "HTML is not allowed. Put code in backticks; write < as &lt;.";

    private readonly List<ProseHeading> _headings = [];
    private readonly CodeSetter _code = new(context);
    private readonly FigureSetter _figures = new(context);
    private readonly LinkSetter _links = new(context);
    private readonly ReadingTime _time = new();
    private int _formulas, _displays, _tables;
    private bool _isSound = true;

    public IReadOnlyList<ProseLink> Links => _links.Links;

    public bool HasMath => _formulas > 0;

    public ProseHtml Set()
    {
        var html = "";
        if (Prose.Parse(context.Source, context.Workshop.Problems) is { } document)
        {
            Blocks(document);
            html = Prose.Html(document);
        }
        return new(html, _headings, _code.Code, _figures.Files, _formulas, _time.Han, _time.Words, _time.Minutes, _isSound);
    }

    /// <summary>For a place that has room for a phrase only, such as an option's label: no paragraph around it.</summary>
    public string SetPhrase()
    {
        if (Prose.Parse(context.Source, context.Workshop.Problems) is not { } document)
            return "";
        Blocks(document);
        if (document is [ParagraphBlock { Inline: { } words }])
            return Prose.Html(words);
        context.Workshop.Problems.Add(context.Source.File, context.Source.Line, "Only one paragraph is allowed here.");
        return "";
    }

    private void Blocks(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            if (!Prose.IsClosed(block))
                Unsound(block, "This is opened and never closed.");
            else if (block is ParagraphBlock { Inline: { } words } && words.FirstChild is LinkInline { IsImage: true } image && image.NextSibling is null)
                container[i] = Figure(image);
            else if (block is ContainerBlock inner)
                Container(inner);
            else
                Leaf((LeafBlock)block, i > 0 ? container[i - 1] : null);
        }
    }

    private void Container(ContainerBlock block)
    {
        switch (block)
        {
            case CustomContainer callout when !CalloutSyntax.Kinds.Contains(callout.Info, StringComparer.Ordinal):
                context.Problem(callout, $"There is no callout ':::{callout.Info}'. Known: {string.Join(", ", CalloutSyntax.Kinds)}.");
                break;
            case CustomContainer callout when string.IsNullOrWhiteSpace(callout.Arguments):
                context.Problem(callout, $"The callout needs a title: ':::{callout.Info} Title'.");
                break;
            case Table table:
                ScrollLabel.Set(table, Labels.Table.Format(context.Language, ++_tables));
                break;
            case TableRow { IsHeader: true } row:
                foreach (var cell in row)
                    cell.GetAttributes().AddProperty("scope", "col");
                break;
        }
        Blocks(block);
    }

    private void Leaf(LeafBlock block, Block? before)
    {
        switch (block)
        {
            case HtmlBlock:
                context.Problem(block, NoHtml);
                break;
            case FormulaBlock formula:
                ScrollLabel.Set(formula, Labels.Formula.Format(context.Language, ++_displays));
                formula.Html = Formula(formula, formula.Tex.ToString(), display: true);
                _time.AddFormula();
                break;
            case CodeBlock code:
                _code.Set(code, before);
                _time.AddCode(code.Lines.Count);
                break;
            case HeadingBlock heading:
                Heading(heading);
                break;
        }
        if (block.Inline is { } inline)
            Inlines(inline);
    }

    private void Heading(HeadingBlock heading)
    {
        if (!context.IsArticle)
            context.Problem(heading, "Headings are not allowed here.");
        else if (heading.Level is not (2 or 3))
            Unsound(heading, "Headings are ## or ###; the page's title is in the front matter.");
        if (HeadingId.Take(heading) is not { } id)
            Unsound(heading, "The heading needs an id: '## Heading {#its-id}'.");
        else if (_headings.Exists(other => other.Id == id))
            context.Problem(heading, $"The id '{id}' is used twice.");
        else
            _headings.Add(new(heading.Level, id, HeadingId.Text(heading), context.Line(heading)));
        if (heading.Inline!.Descendants().Any(inline => inline is LinkInline or AutolinkInline or FormulaInline))
            context.Problem(heading, "A heading holds no link and no formula.");
    }

    private void Inlines(ContainerInline container)
    {
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case FormulaInline { IsDisplay: true }:
                    context.Problem(inline, "A formula between $$ stands on lines of its own.");
                    break;
                case FormulaInline formula:
                    formula.Html = Formula(formula, formula.Tex, display: false);
                    break;
                case HtmlInline:
                    context.Problem(inline, NoHtml);
                    break;
                case LinkInline { IsImage: true }:
                    context.Problem(inline, "A figure stands alone in its paragraph.");
                    break;
                case LinkInline link:
                    _links.Set(link);
                    break;
                case AutolinkInline link:
                    _links.Set(link);
                    break;
                case LiteralInline literal:
                    _time.AddWords(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    _time.AddWords(code.Content);
                    break;
            }
        }
    }

    private FigureBlock Figure(LinkInline image)
    {
        Inlines(image);
        _time.AddFigure();
        return _figures.Set(image);
    }

    private void Unsound(MarkdownObject node, string message)
    {
        _isSound = false;
        context.Problem(node, message);
    }

    private string Formula(MarkdownObject node, string tex, bool display)
    {
        _formulas++;
        if (context.Workshop.Formulas.Html(tex, display, out var error) is { } html)
            return html;
        context.Problem(node, $"Formula: {error?.TrimEnd('.')}.");
        return "";
    }
}
