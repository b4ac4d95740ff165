using KnowledgeBase.Content.Sources;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary>The tools that all texts of one import share.</summary>
internal sealed record Workshop(Formulas Formulas, Highlighter Highlighter, BookMap Book, Problems Problems);

/// <summary>
/// Turns one text into HTML that is safe to place: parses it, makes formulas, code and figures, resolves links, and says of
/// everything that is not as it should be where it stands.
/// </summary>
/// <param name="section">The slug of the section it belongs to.</param>
/// <param name="figures">Where its figures lie; null: it may have none.</param>
internal sealed class Typesetter(Workshop workshop, TextAt source, string language, string section, SectionFolder? figures)
{
    private readonly List<ProseHeading> _headings = [];
    private readonly List<ProseCode> _code = [];
    private readonly List<string> _figures = [];
    private readonly List<ProseLink> _links = [];
    private readonly ReadingTime _time = new();
    private int _formulas, _displays, _tables;

    public IReadOnlyList<ProseLink> Links => _links;

    public ProseHtml Set()
    {
        if (Prose.Parse(source, workshop.Problems) is not { } document)
            return new("", [], [], [], 0, 0, 1);
        Blocks(document);
        return new(Prose.Html(document), _headings, _code, _figures, _formulas, _time.Letters, _time.Minutes);
    }

    /// <summary>For a place that has room for a phrase only, such as an option's label: no paragraph around it.</summary>
    public string SetPhrase()
    {
        if (Prose.Parse(source, workshop.Problems) is not { } document)
            return "";
        Blocks(document);
        return document is [ParagraphBlock { Inline: { } only }] ? Prose.Html(only) : Prose.Html(document);
    }

    public bool HasMath => _formulas > 0;

    private void Blocks(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            if (!Prose.IsClosed(block))
                Problem(block, "This is opened and never closed.");
            if (block is ParagraphBlock { Inline: { } words } && words.FirstChild is LinkInline { IsImage: true } image && image.NextSibling is null)
                container[i] = Figure(image);
            else if (block is ContainerBlock inner)
                Container(inner, container);
            else
                Leaf((LeafBlock)block, i > 0 ? container[i - 1] : null);
        }
    }

    private void Container(ContainerBlock block, ContainerBlock parent)
    {
        switch (block)
        {
            case CustomContainer callout when !CalloutSyntax.Kinds.Contains(callout.Info, StringComparer.Ordinal):
                Problem(callout, $"There is no callout ':::{callout.Info}'. Known: {string.Join(", ", CalloutSyntax.Kinds)}.");
                break;
            case CustomContainer callout when string.IsNullOrWhiteSpace(callout.Arguments):
                Problem(callout, $"The callout needs a title: ':::{callout.Info} Title'.");
                break;
            case Table table:
                ScrollLabel.Set(table, Labels.Table.Format(language, ++_tables));
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
                Problem(block, "HTML is not allowed. Put code in backticks; write < as &lt;.");
                break;
            case FormulaBlock formula:
                ScrollLabel.Set(formula, Labels.Formula.Format(language, ++_displays));
                formula.Html = Formula(formula.Tex.ToString(), display: true, Line(formula.Line));
                _time.Formula();
                break;
            case CodeBlock code:
                Code(code, before);
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
        if (heading.Level is not (2 or 3))
            Problem(heading, "Headings are ## or ###; the page's title is in the front matter.");
        if (HeadingId.Take(heading) is not { } id)
            Problem(heading, "The heading needs an id: '## Heading {#its-id}'.");
        else if (_headings.Exists(other => other.Id == id))
            Problem(heading, $"The id '{id}' is used twice.");
        else
            _headings.Add(new(heading.Level, id, HeadingId.Text(heading), Line(heading.Line)));
        if (heading.Inline!.Descendants().Any(inline => inline is LinkInline or FormulaInline))
            Problem(heading, "A heading holds no link and no formula.");
    }

    private void Inlines(ContainerInline container)
    {
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case FormulaInline { IsDisplay: true }:
                    Problem(inline, "A formula between $$ stands on lines of its own.");
                    break;
                case FormulaInline formula:
                    formula.Html = Formula(formula.Tex, display: false, Line(formula.Line));
                    break;
                case HtmlInline html:
                    Problem(html, $"HTML is not allowed ({html.Tag}). Put code in backticks; write < as &lt;.");
                    break;
                case LinkInline { IsImage: true }:
                    Problem(inline, "A figure stands alone in its paragraph.");
                    break;
                case LinkInline link:
                    Link(link);
                    break;
                case AutolinkInline auto when auto.IsEmail || !BookMap.IsExternal(auto.Url):
                    Problem(auto, $"The address '{auto.Url}' is not allowed: only https:// ones are.");
                    break;
                case LiteralInline literal:
                    _time.Words(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    _time.Words(code.Content);
                    break;
            }
        }
    }

    private void Link(LinkInline link)
    {
        var url = link.Url ?? "";
        if (BookMap.IsExternal(url))
        {
            link.GetAttributes().AddProperty("rel", "noopener");
            return;
        }
        if (workshop.Book.Resolve(url, language, section, isArticle: figures is not null) is not { } target)
        {
            Problem(link, $"The link '{url}' leads nowhere: use #id, section#id or https://….");
            return;
        }
        link.Url = target.Address;
        _links.Add(new(source.File, Line(link.Line), target.Section, target.Id));
    }

    private FigureBlock Figure(LinkInline image)
    {
        var line = Line(image.Line);
        var label = Labels.Figure.Format(language, _figures.Count + 1);
        var svg = figures is null ? null : FigureFile.Find(figures, image.Url ?? "", language, workshop.Problems);
        if (figures is null)
            workshop.Problems.Add(source.File, line, "Figures are not allowed here.");
        else if (svg is null)
            workshop.Problems.Add(source.File, line, $"There is no figure '{image.Url}' for {language}.");
        if (image.FirstChild is null)
            workshop.Problems.Add(source.File, line, "The figure needs a caption: ![caption](figures/name.svg).");
        _figures.Add(svg?.Name ?? "");
        _time.Figure();
        Inlines(image);
        return new FigureBlock(
            svg?.File is { } file ? SvgFigure.Inline(file, $"f{_figures.Count}_", workshop.Problems) : "", label, image)
        { Line = image.Line };
    }

    private void Code(CodeBlock block, Block? before)
    {
        if (block is not FencedCodeBlock fence)
        {
            Problem(block, "Code is fenced by ``` and names its language; indent no text by four spaces.");
            return;
        }
        var (name, use) = (fence.Info ?? "", (fence.Arguments ?? "").Trim());
        var (runs, output) = (name == "python" && use == "run", name == "text" && use == "output");
        if (!Highlighter.Languages.TryGetValue(name, out var label))
            Problem(fence, $"Unknown language '{name}'. Known: {string.Join(", ", Highlighter.Languages.Keys.Order(StringComparer.Ordinal))}.");
        else if (use.Length > 0 && !runs && !output)
            Problem(fence, $"'{name} {use}' is unknown; there are 'python run' and 'text output'.");
        else if (output && (before as FencedCodeBlock)?.Arguments?.Trim() != "run")
            Problem(fence, "A 'text output' block follows its 'python run' block directly.");

        var code = fence.Lines.ToString();
        label = output ? Labels.Output.Format(language) : label ?? name;
        ScrollLabel.Set(fence, label);
        fence.SetData(typeof(CodeHtml), new CodeHtml(name, label, output, workshop.Highlighter.Html(name, code)));
        _code.Add(new(Line(fence.Line), name, runs, output, code));
        _time.Code(fence.Lines.Count);
    }

    private string Formula(string tex, bool display, int line)
    {
        _formulas++;
        if (workshop.Formulas.Html(tex, display, out var error) is { } html)
            return html;
        workshop.Problems.Add(source.File, line, $"Formula: {error}.");
        return "";
    }

    private int Line(int lineOfText) => source.Line + lineOfText;

    private void Problem(MarkdownObject node, string message) => workshop.Problems.Add(source.File, Line(node.Line), message);
}
