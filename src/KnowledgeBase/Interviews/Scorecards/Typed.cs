using System.Text;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Text of several lines as people type it, made fit to be kept: forms send other line ends than scripts, and no database takes a NUL.</summary>
internal static class Typed
{
    /// <summary>Null: longer than it may be.</summary>
    public static string? Lines(string? text, int longest)
    {
        var kept = new StringBuilder();
        foreach (var c in (text ?? "").ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
                kept.Append(c);
        }
        // Half a pair of surrogates is no text, and PostgreSQL refuses it.
        var lines = new string([.. kept.ToString().EnumerateRunes().SelectMany(rune => rune.ToString())]);
        return lines.Length <= longest ? lines : null;
    }
}
