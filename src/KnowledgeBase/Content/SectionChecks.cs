namespace KnowledgeBase.Content;

/// <summary>What can only be seen by laying a section's files side by side.</summary>
internal static class SectionChecks
{
    public static void Check(SectionDraft section)
    {
        foreach (var (language, text) in section.Texts)
            CheckText(section, language, text);
        if (section.Anchors is not null)
            CheckHeadings(section, section.Texts["zh"], section.Texts["en"]);
        CheckFiles(section);
    }

    private static void CheckText(SectionDraft section, string language, SectionText text)
    {
        var file = $"{section.Folder.Display}/{language}.md";
        if (text.Prose is { IsSound: true, Headings.Count: 0 })
            section.Problems.Add(file, 1, "The article has no heading.");
        var code = text.Prose.Code;
        for (var i = 0; i < code.Count; i++)
        {
            if (code[i].Runs && (i + 1 == code.Count || !code[i + 1].IsOutput))
                section.Problems.Add(file, code[i].Line, "A 'python run' block is followed by a 'text output' block with what it prints.");
        }
    }

    // A link to a heading, a question's anchor and the switch of languages rely on it.
    private static void CheckHeadings(SectionDraft section, SectionText zh, SectionText en)
    {
        var (left, right) = (zh.Prose.Headings, en.Prose.Headings);
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var (one, other) = (left.ElementAtOrDefault(i), right.ElementAtOrDefault(i));
            if (one?.Id == other?.Id && one?.Level == other?.Level)
                continue;
            var (file, line) = other is null ? ("zh.md", one!.Line) : ("en.md", other.Line);
            section.Problems.Add(
                $"{section.Folder.Display}/{file}", line,
                $"Both languages have the same headings in the same order: heading {i + 1} is {Name(one)} in zh.md and {Name(other)} in en.md.");
            return;
        }

        static string Name(Rendering.ProseHeading? heading) => heading is null ? "missing" : $"{new string('#', heading.Level)} {{#{heading.Id}}}";
    }

    private static void CheckFiles(SectionDraft section)
    {
        if (section.Texts.Count < Bilingual.Languages.Length)
            return;
        var used = section.Texts.Values.SelectMany(text => text.Prose.Figures).ToHashSet(StringComparer.Ordinal);
        foreach (var name in section.Folder.Files.Keys)
        {
            var isKnown = name is "zh.md" or "en.md" or "questions.yml" || used.Contains(name)
                || (name.StartsWith("figures/", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal));
            if (!isKnown)
                section.Problems.Warn($"{section.Folder.Display}/{name}", 1, "Nothing uses this file.");
        }
    }
}
