using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content;

/// <summary>An article in one language, read and rendered.</summary>
internal sealed record SectionText(FrontMatter About, ProseHtml Prose);

/// <summary>A section whose files changed, on its way into the store.</summary>
internal sealed class SectionDraft(SectionEntry entry, SectionFolder folder, Workshop workshop)
{
    private readonly Dictionary<string, SectionText> _texts = new(StringComparer.Ordinal);
    private readonly List<ProseLink> _links = [];

    public string Slug => entry.Slug;
    public SectionEntry Entry => entry;
    public SectionFolder Folder => folder;
    public Problems Problems => workshop.Problems;

    /// <summary>By language. One that could not be read is missing, and a problem says so.</summary>
    public IReadOnlyDictionary<string, SectionText> Texts => _texts;

    public IReadOnlyList<ProseLink> Links => _links;

    /// <summary>The ids of its headings, the same in both languages. Null: a problem of theirs was found, and one is enough.</summary>
    public IReadOnlyList<string>? Anchors { get; private set; }

    /// <summary>Of answers in the section's other files.</summary>
    public List<Proof> Proofs { get; } = [];

    /// <summary>What there is how much of, for those who watch: the kinds of content add theirs.</summary>
    public OrderedDictionary<string, int> Facts { get; } = new(StringComparer.Ordinal);

    public void ReadTexts()
    {
        foreach (var language in Bilingual.Languages)
        {
            if (folder.Read($"{language}.md", Problems) is { } file && FrontMatter.Read(file, Problems) is var (about, body))
            {
                var typesetter = new Typesetter(new(workshop, body, language, Slug, folder));
                _texts[language] = new(about, typesetter.Set());
                _links.AddRange(typesetter.Links);
            }
        }
        if (_texts.Count == Bilingual.Languages.Length && _texts.Values.All(text => text.Prose.IsSound))
            Anchors = [.. _texts["zh"].Prose.Headings.Select(heading => heading.Id)];
        Facts["zh"] = _texts.GetValueOrDefault("zh")?.Prose.Han ?? 0;
        Facts["en"] = _texts.GetValueOrDefault("en")?.Prose.Words ?? 0;
        Facts["figures"] = _texts.Values.Select(text => text.Prose.Figures.Count).DefaultIfEmpty().Max();
        Facts["formulas"] = _texts.Values.Sum(text => text.Prose.Formulas);
        Facts["run"] = _texts.Values.Select(text => text.Prose.Code.Count(code => code.Runs)).DefaultIfEmpty().Max();
        SectionChecks.Check(this);
    }

    /// <summary>A text of one of the section's other files. What comes out is safe to place as it is.</summary>
    public BothHtml Set(BothAt source, bool isPhrase)
    {
        var hasMath = false;
        return new(new(One("zh"), One("en")), hasMath);

        string One(string language)
        {
            var typesetter = new Typesetter(new(workshop, source[language], language, Slug, Figures: null));
            var html = isPhrase ? typesetter.SetPhrase() : typesetter.Set().Html;
            hasMath |= typesetter.HasMath;
            _links.AddRange(typesetter.Links);
            return html;
        }
    }
}

internal sealed record BothHtml(Bilingual Html, bool HasMath);
