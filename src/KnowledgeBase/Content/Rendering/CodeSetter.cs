using Markdig.Syntax;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Colours the listings of a text and knows which of them are to be run.</summary>
internal sealed class CodeSetter(TextContext context)
{
    private const int WidestLine = 76;

    private readonly List<ProseCode> _code = [];
    private Block? _wrong;

    public IReadOnlyList<ProseCode> Code => _code;

    /// <param name="before">What stands before it; an output belongs to a listing.</param>
    public void Set(CodeBlock block, Block? before)
    {
        if (block is not FencedCodeBlock fence)
        {
            context.Problem(block, "Code is fenced by ``` and names its language; indent no text by four spaces.");
            return;
        }

        var (name, use, code) = (fence.Info ?? "", Use(fence), fence.Lines.ToString());
        var (runs, isOutput) = (name == "python" && use == "run", name == "text" && use == "output");
        if (!Highlighter.Languages.TryGetValue(name, out var label))
            Wrong(fence, $"Unknown language '{name}'. Known: {string.Join(", ", Highlighter.Languages.Keys.Order(StringComparer.Ordinal))}.");
        else if (use.Length > 0 && !runs && !isOutput)
            Wrong(fence, $"'{name} {use}' is unknown; there are 'python run' and 'text output'.");
        else if (isOutput && (before is null || before != _wrong) && (before is not FencedCodeBlock listing || Use(listing) != "run"))
            context.Problem(fence, "A 'text output' block follows its 'python run' block directly.");
        WarnOfWidth(fence, code);

        label = isOutput ? Labels.Output.Format(context.Language) : label ?? name;
        ScrollLabel.Set(fence, Labels.Listing.Format(context.Language, _code.Count + 1, label));
        fence.SetData(typeof(CodeHtml), new CodeHtml(name, label, isOutput, context.Workshop.Highlighter.Html(name, code)));
        _code.Add(new(context.Line(fence), name, runs, isOutput, code));
    }

    private void Wrong(FencedCodeBlock fence, string message)
    {
        _wrong = fence;
        context.Problem(fence, message);
    }

    private static string Use(FencedCodeBlock fence) => (fence.Arguments ?? "").Trim();

    private void WarnOfWidth(FencedCodeBlock fence, string code)
    {
        var lines = code.Split('\n');
        var widest = Array.FindIndex(lines, line => line.Length > WidestLine);
        if (widest >= 0)
            context.Workshop.Problems.Warn(context.Source.File, context.Line(fence) + 1 + widest, $"The line has {lines[widest].Length} characters; from {WidestLine + 1} on it scrolls.");
    }
}
