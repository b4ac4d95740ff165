using System.Collections.Frozen;

namespace KnowledgeBase.Content.Rendering;

/// <summary>What a figure may consist of. Nothing here can run, load or point outside the figure.</summary>
internal static class SvgRules
{
    public const string Namespace = "http://www.w3.org/2000/svg";

    public static readonly FrozenSet<string> Elements = Set("""
        svg g defs title desc path rect circle ellipse line polyline polygon text tspan textPath
        clipPath mask marker linearGradient radialGradient stop pattern symbol use
        """);

    private static readonly FrozenSet<string> Names = Set("""
        id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewBox preserveAspectRatio transform rotate pathLength
        opacity fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
        stroke-linejoin stroke-miterlimit vector-effect paint-order shape-rendering text-rendering visibility display overflow
        font-family font-size font-weight font-style font-variant letter-spacing word-spacing text-anchor dominant-baseline
        alignment-baseline baseline-shift textLength lengthAdjust startOffset writing-mode
        clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits
        marker-start marker-mid marker-end refX refY markerWidth markerHeight markerUnits orient
        offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
        href color role aria-hidden xml:space
        """);

    private static readonly FrozenSet<string> Colours = Set("fill stroke stop-color color");

    private static readonly FrozenSet<string> Variables = Set("""
        --ink --ink-soft --ink-faint --line --line-strong --surface --sunken --glaze --cobalt --cobalt-wash
        --jade --jade-wash --cinnabar --cinnabar-wash --amber --amber-wash --font-text --font-code --font-title
        """);

    /// <summary>What is wrong with an attribute; null: it may be copied.</summary>
    public static string? Complaint(string element, string name, string value)
    {
        if (!Names.Contains(name))
            return $"The attribute {name} is not allowed in a figure.";
        if (name == "id" && !IsId(value))
            return $"The id '{value}' may hold only letters, digits, '-' and '_'.";
        if (name == "href" && (element is not ("use" or "textPath" or "linearGradient" or "radialGradient" or "pattern") || Reference(name, value) is null))
            return "href may only point into the same figure, as #id.";
        if (value.Contains("var(", StringComparison.Ordinal))
            return Variable(value) is { } variable && Variables.Contains(variable) ? null : $"{name}=\"{value}\": use one of the site's variables, as var(--ink).";
        if (Reference(name, value) is not null)
            return null;
        if (value.Contains('(', StringComparison.Ordinal) && name is not ("transform" or "gradientTransform" or "patternTransform"))
            return $"{name}=\"{value}\": only var(--…) and url(#id) are allowed.";
        if (Colours.Contains(name) && value is not ("none" or "currentColor" or "transparent" or "inherit"))
            return $"{name}=\"{value}\": a figure takes its colours from the site's variables, as var(--ink), so that it is legible in both themes.";
        return null;
    }

    /// <summary>The id that <c>url(#id)</c> or <c>href="#id"</c> points to.</summary>
    public static string? Reference(string name, string value)
    {
        var id = name == "href" && value.StartsWith('#') ? value[1..]
            : value.StartsWith("url(#", StringComparison.Ordinal) && value.EndsWith(')') ? value[5..^1]
            : null;
        return id is not null && IsId(id) ? id : null;
    }

    private static string? Variable(string value) =>
        value.StartsWith("var(", StringComparison.Ordinal) && value.EndsWith(')') ? value[4..^1].Trim() : null;

    private static bool IsId(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
