using KnowledgeBase.Content.Sources;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Puts the drawings of a text into it.</summary>
internal sealed class FigureSetter(TextContext context)
{
    private readonly List<string> _files = [];

    /// <summary>The files used, one for each figure; empty where there was none.</summary>
    public IReadOnlyList<string> Files => _files;

    public FigureBlock Set(LinkInline image)
    {
        var label = Labels.Figure.Format(context.Language, _files.Count + 1);
        var name = Name(image.Url ?? "");
        _files.Add(name ?? "");
        if (!context.IsArticle)
            context.Problem(image, "Figures are not allowed here.");
        else if (name is null)
            context.Problem(image, $"There is no figure '{image.Url}' for {context.Language}.");
        if (image.FirstChild is null)
            context.Problem(image, "The figure needs a caption: ![caption](figures/name.svg).");
        return new(Svg(name), label, image) { Line = image.Line };
    }

    // figures/name.svg stands for the language's own drawing, or for one that serves both.
    private string? Name(string url)
    {
        if (context.Figures is not { } folder || !url.StartsWith("figures/", StringComparison.Ordinal) || !url.EndsWith(".svg", StringComparison.Ordinal))
            return null;
        var own = $"{url[..^4]}.{context.Language}.svg";
        return folder.Files.ContainsKey(own) ? own : folder.Files.ContainsKey(url) ? url : null;
    }

    private string Svg(string? name) => name is not null && context.Figures!.Read(name, context.Workshop.Problems) is SourceFile file
        ? SvgFigure.Inline(file, $"f{_files.Count}_", context.Workshop.Problems)
        : "";
}
