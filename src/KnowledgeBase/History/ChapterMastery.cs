using KnowledgeBase.Content;

namespace KnowledgeBase.History;

/// <summary>How well a learner knows a chapter.</summary>
/// <param name="Seen">How many of the chapter's questions they have met in a closed attempt.</param>
/// <param name="Share">0 to 1; null if they have met none.</param>
public sealed record ChapterMastery(string Chapter, Bilingual Title, int Seen, int Questions, double? Share)
{
    public IReadOnlyList<SectionMastery> Sections { get; init; } = [];
}

/// <summary>The same of one section.</summary>
public sealed record SectionMastery(string Section, Bilingual Title, int Seen, int Questions, double? Share);
