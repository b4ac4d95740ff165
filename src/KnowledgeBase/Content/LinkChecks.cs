using KnowledgeBase.Content.Rendering;

namespace KnowledgeBase.Content;

/// <summary>Every link within the book must arrive, from changed sections and from those that are not read again.</summary>
internal static class LinkChecks
{
    public static void Check(ImportPlan plan, IReadOnlyList<SectionDraft> drafts)
    {
        var read = drafts.ToDictionary(draft => draft.Slug, StringComparer.Ordinal);
        var anchors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var links = new List<ProseLink>();
        foreach (var entry in plan.Draft.Book.Sections)
        {
            var draft = read.GetValueOrDefault(entry.Slug);
            var stored = plan.Stored.GetValueOrDefault(entry.Path);
            anchors[entry.Slug] = new(draft?.Anchors ?? stored?.Anchors ?? [], StringComparer.Ordinal);
            links.AddRange(draft?.Links ?? stored?.Links ?? []);
        }

        foreach (var link in links)
        {
            if (!anchors.TryGetValue(link.Section, out var ids))
                plan.Draft.Problems.Add(link.File, link.Line, $"The link leads to '{link.Section}', which is not in the book.");
            else if (link.Id.Length > 0 && !ids.Contains(link.Id))
                plan.Draft.Problems.Add(link.File, link.Line, $"The link leads to '{link.Section}#{link.Id}', and there is no such heading.");
        }
    }
}
