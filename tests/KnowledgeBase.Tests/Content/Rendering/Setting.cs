using KnowledgeBase.Content;
using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Tests.Content.Rendering;

/// <summary>Sets one text, as an article of the section "here" or as part of a question.</summary>
internal sealed class Setting
{
    private static readonly Katex Katex = new();

    private readonly Workshop _workshop;

    public Setting() => _workshop = new(
        new Formulas(Katex, [], _ => ""), new Highlighter(),
        new BookMap(new Dictionary<string, string>(StringComparer.Ordinal) { ["here"] = "chapter", ["there"] = "other" }), Problems);

    public Problems Problems { get; } = new();

    public string[] Errors => [.. Problems.Errors.Select(problem => problem.ToString())];

    public static string Html(string text, string language = "zh")
    {
        var setting = new Setting();
        var html = setting.Set(text, language).Html;
        Assert.Empty(setting.Errors);
        return html;
    }

    public ProseHtml Set(string text, string language = "zh", SortedDictionary<string, byte[]>? files = null)
    {
        // One engine for all tests, and an engine does one thing at a time.
        lock (Katex)
            return new Typesetter(new(_workshop, new("x.md", 1, text), language, "here", new SectionFolder("here", "here", files ?? []))).Set();
    }

    public string SetPhrase(string text)
    {
        lock (Katex)
            return new Typesetter(new(_workshop, new("x.yml", 7, text), "zh", "here", Figures: null)).SetPhrase();
    }
}
