namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>A paper in the authors' list.</summary>
/// <param name="Parts">What it draws; empty for a fixed list.</param>
public sealed record PaperRow(string Key, string Title, bool Authored, bool Retired, int? Minutes, PaperRules Rules, IReadOnlyList<RowPart> Parts, PaperPool Pool)
{
    internal static PaperRow Of(Paper paper, PaperPool pool, string language) => new(
        paper.Key, paper.Title[language], paper.Authored, paper.Retired, paper.Blueprint.Minutes, paper.Rules,
        paper.Blueprint.Questions.Length > 0 ? [] : [.. paper.Blueprint.DrawnParts().Select(part => new RowPart(part.Count, part.Sections.Length, part.Difficulties, part.Tags))],
        pool);
}

/// <param name="Sections">How many; 0: the whole book.</param>
public sealed record RowPart(int Count, int Sections, IReadOnlyList<int> Difficulties, IReadOnlyList<string> Tags);
