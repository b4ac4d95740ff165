using System.Buffers;

namespace KnowledgeBase.Content.Rendering;

internal static class Markup
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    /// <summary>For text and for attribute values between double quotes. Leaves Chinese as it is, unlike the framework's encoders.</summary>
    public static string Escape(string text) => text.AsSpan().ContainsAny(Special)
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        : text;
}
