using System.Globalization;

namespace KnowledgeBase.Content.Sources;

/// <summary>What an article says about itself above its text.</summary>
internal sealed record FrontMatter(
    string Title, string Short, string Summary, string[] Tags, Dictionary<string, string[]> Synonyms, DateOnly Updated)
{
    /// <summary>Splits a Markdown file into its front matter and its text.</summary>
    public static (FrontMatter About, TextAt Body)? Read(SourceFile file, Problems problems)
    {
        var end = file.Text.StartsWith("---\n", StringComparison.Ordinal) ? file.Text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            problems.Add(file.Path, 1, "The file must begin with front matter between two lines of ---.");
            return null;
        }

        var yaml = end > 3 ? file.Text[4..end] : "";
        var body = file.Text[(end + 5)..];
        var bodyLine = 1 + file.Text.AsSpan(0, end + 5).Count('\n');
        return Fields.Map(Yaml.Read(file.Path, yaml, 2, problems), file.Path, 2, problems) is { } fields
            ? (About(fields), new TextAt(file.Path, bodyLine, body))
            : null;
    }

    private static FrontMatter About(Fields fields)
    {
        var about = new FrontMatter(
            fields.Text("title", 120),
            ShortOf(fields),
            fields.Text("summary", 400),
            fields.Words("tags", 2, 4, 24),
            SynonymsOf(fields),
            UpdatedOf(fields));
        fields.End();
        return about;
    }

    // Menus and paper names have room for ten Chinese characters; a Latin letter is about a third as wide.
    private static string ShortOf(Fields fields)
    {
        var text = fields.Text("short", 40);
        if (text.Sum(c => c > '\u2E80' ? 3 : 1) > 30)
            fields.Problem($"short: '{text}' is too long for a menu (10 Chinese characters or 30 Latin ones).", "short");
        return text;
    }

    private static Dictionary<string, string[]> SynonymsOf(Fields fields)
    {
        var synonyms = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (fields.Inner("synonyms") is { } inner)
        {
            foreach (var word in inner.Keys)
                synonyms[word] = inner.Words(word, 1, 12, 60);
            inner.End();
        }
        return synonyms;
    }

    private static DateOnly UpdatedOf(Fields fields)
    {
        var text = fields.Text("updated", 10);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        if (text.Length > 0)
            fields.Problem($"updated: '{text}' is no date like 2026-11-24.", "updated");
        return default;
    }
}
