using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Content.Sources;

/// <summary>Reads YAML into its tree. Nothing in it can expand, recurse or name a type.</summary>
internal static class Yaml
{
    private const int MaximumDepth = 12;

    /// <summary>Null, with a problem, if it is no YAML or uses what content has no need of.</summary>
    /// <param name="firstLine">The line of the file at which <paramref name="text"/> begins.</param>
    public static YamlNode? Read(string file, string text, int firstLine, Problems problems)
    {
        try
        {
            if (!IsPlain(file, text, firstLine, problems))
                return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;
            problems.Add(file, firstLine, stream.Documents.Count == 0 ? "There is nothing here." : "Only one YAML document is allowed.");
        }
        catch (YamlException failure)
        {
            problems.Add(file, Line(failure.Start, firstLine), "Not valid YAML: " + (failure.InnerException?.Message ?? failure.Message).TrimEnd('.') + ".");
        }
        return null;
    }

    public static int Line(Mark mark, int firstLine) => (int)Math.Max(1, mark.Line) + firstLine - 1;

    // The tree is loaded by recursion and aliases could multiply it, so both are ruled out on the flat stream of events first.
    private static bool IsPlain(string file, string text, int firstLine, Problems problems)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            var complaint = depth > MaximumDepth + 2 ? $"More than {MaximumDepth} levels of nesting."
                : current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false } ? "Anchors and aliases (& and *) are not allowed; quote a text that begins with one."
                : current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } ? "Tags (!) are not allowed; quote a text that begins with one."
                : null;
            if (complaint is null)
                continue;
            problems.Add(file, Line(current.Start, firstLine), complaint);
            return false;
        }
        return true;
    }
}
