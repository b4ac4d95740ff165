using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Content.Sources;

/// <summary><c>book.yml</c>: the chapters in order, each with its sections in order.</summary>
internal sealed record BookFile(Bilingual Title, IReadOnlyList<ChapterEntry> Chapters)
{
    public const string Name = "book.yml";

    public IEnumerable<SectionEntry> Sections => Chapters.SelectMany(chapter => chapter.Sections);

    public static BookFile Read(SourceFile file, Problems problems)
    {
        if (Fields.Map(Yaml.Read(file.Path, file.Text, 1, problems), file.Path, 1, problems) is not { } fields)
            return new(new("", ""), []);

        var languages = fields.Words("languages", 2, 2, 2);
        if (!languages.Order(StringComparer.Ordinal).SequenceEqual(Bilingual.Languages.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            fields.Problem("languages: this site's are [zh, en].", "languages");
        var title = fields.Both("title", 80).Plain;
        var chapters = fields.Maps("chapters", 1, 200).Select((chapter, i) => Chapter(chapter, i + 1, file.Path, problems)).ToList();
        fields.End();
        var book = new BookFile(title, chapters);
        book.CheckSlugs(file.Path, problems);
        return book;
    }

    private static ChapterEntry Chapter(Fields fields, int position, string file, Problems problems)
    {
        var slug = fields.Slug("slug");
        var sections = (fields.Node("sections") as YamlSequenceNode)?.Select((node, i) => Section(node, slug, i + 1, file, problems)).ToList();
        if (sections is not { Count: > 0 })
            fields.Problem("sections: expected a list of at least one.");
        var chapter = new ChapterEntry(
            slug, fields.Line, position, fields.Both("title", 60).Plain, fields.Both("summary", 300).Plain, sections ?? []);
        fields.End();
        return chapter;
    }

    // "optimizers", or { slug: optimizers, formerly: [sgd] }
    private static SectionEntry Section(YamlNode node, string chapter, int position, string file, Problems problems)
    {
        var line = Yaml.Line(node.Start, 1);
        if (node is YamlScalarNode { Value: { } name })
        {
            if (!Slugs.IsSlug(name))
                problems.Add(file, line, $"'{name}' is no slug: use a-z, 0-9 and single hyphens.");
            return new(name, chapter, position, [], line);
        }
        if (Fields.Map(node, file, 1, problems) is not { } fields)
            return new("", chapter, position, [], line);
        var section = new SectionEntry(fields.Slug("slug"), chapter, position, fields.Words("formerly", 0, 20, Slugs.MaximumLength), line);
        fields.End();
        return section;
    }

    // A slug is an address and, for a section, a key; a former one is both too, as long as somebody may come by it.
    private void CheckSlugs(string file, Problems problems)
    {
        var chapters = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chapter in Chapters.Where(chapter => !chapters.Add(chapter.Slug)))
            problems.Add(file, chapter.Line, $"The chapter '{chapter.Slug}' is listed twice.");
        var sections = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            foreach (var slug in section.Formerly.Prepend(section.Slug).Where(slug => slug.Length > 0 && !sections.Add(slug)))
                problems.Add(file, section.Line, $"The section '{slug}' is named twice; a slug is unique in the whole book, former ones included.");
        }
    }
}

internal sealed record ChapterEntry(string Slug, int Line, int Position, Bilingual Title, Bilingual Summary, IReadOnlyList<SectionEntry> Sections);

internal sealed record SectionEntry(string Slug, string Chapter, int Position, string[] Formerly, int Line)
{
    public string Path => $"{Chapter}/{Slug}";
}
