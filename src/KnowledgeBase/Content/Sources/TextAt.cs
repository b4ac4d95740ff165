namespace KnowledgeBase.Content.Sources;

/// <summary>A text of a content file and the line it stands on.</summary>
internal sealed record TextAt(string File, int Line, string Text);

/// <summary>The same text in both languages.</summary>
internal sealed record BothAt(TextAt Zh, TextAt En)
{
    public Bilingual Plain => new(Zh.Text, En.Text);

    public TextAt this[string language] => language == "en" ? En : Zh;
}

/// <summary>The form of every id in the book: they are parts of addresses.</summary>
internal static class Slugs
{
    public const int MaximumLength = 60;

    /// <summary>a-z, 0-9 and single hyphens between them.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= MaximumLength
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
}
