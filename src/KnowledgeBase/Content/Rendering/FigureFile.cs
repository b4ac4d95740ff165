using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Finds the drawing that <c>figures/name.svg</c> stands for: the language's own, or one for both.</summary>
internal static class FigureFile
{
    public static (string Name, SourceFile? File)? Find(SectionFolder folder, string url, string language, Problems problems)
    {
        if (!url.StartsWith("figures/", StringComparison.Ordinal) || !url.EndsWith(".svg", StringComparison.Ordinal))
            return null;
        var own = $"{url[..^4]}.{language}.svg";
        var name = folder.Files.ContainsKey(own) ? own : url;
        return folder.Files.ContainsKey(name) ? (name, folder.Read(name, problems)) : null;
    }
}
