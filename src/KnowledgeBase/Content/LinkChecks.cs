using KnowledgeBase.Content.Rendering;

namespace KnowledgeBase.Content;

/// <summary>Every link within the book must arrive, from changed sections and from those that are not read again.</summary>
internal static class LinkChecks
{
    public static void Check(ImportPlan plan, IReadOnlyList<SectionDraft> drafts)
    {
        var drafted = drafts.ToDictionary(draft => draft.Slug, StringComparer.Ordinal);
        var anchors = new Dictionary<string, HashSet<string>?>(StringComparer.Ordinal);
        var links = new List<ProseLink>();
        foreach (var entry in plan.Draft.Book.Sections)
        {
            var draft = drafted.GetValueOrDefault(entry.Slug);
            var stored = plan.Stored.GetValueOrDefault(entry.Path);
            anchors[entry.Slug] = draft is null ? Set(stored?.Anchors ?? []) : draft.Anchors is { } read ? Set(read) : null;
            links.AddRange(draft?.Links ?? stored?.Links ?? []);
        }

        static HashSet<string> Set(IEnumerable<string> ids) => new(ids, StringComparer.Ordinal);

        foreach (var link in links)
        {
            if (!anchors.TryGetValue(link.Section, out var ids))
                plan.Draft.Problems.Add(link.File, link.Line, $"The link leads to '{link.Section}', which is not in the book.");
            else if (link.Id.Length > 0 && ids?.Contains(link.Id) == false)
                plan.Draft.Problems.Add(link.File, link.Line, $"The link leads to '{link.Section}#{link.Id}', and there is no such heading.");
        }
    }
}
