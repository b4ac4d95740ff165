using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Questions;

/// <summary>A rendered text without its markup, for lists in which questions are told apart.</summary>
internal static partial class PlainStem
{
    private const int Longest = 140;

    // A formula stands there twice, for screen readers and for eyes; the second is enough.
    public static string Of(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    public static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - (char.IsHighSurrogate(text[Longest - 1]) ? 1 : 0))] + "…";

    [GeneratedRegex("<span class=\"katex-mathml\">.*?</math></span>|<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
