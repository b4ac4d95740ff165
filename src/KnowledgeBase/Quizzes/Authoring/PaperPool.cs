using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>What each part of a blueprint can draw, and what is wrong with that.</summary>
/// <param name="Gone">Sections and questions that the book no longer has.</param>
public sealed record PaperPool(IReadOnlyList<PartPool> Parts, int Wanted, int Drawn, IReadOnlyList<string> Gone)
{
    public bool IsShort => Drawn < Wanted;

    internal static PaperPool Of(Blueprint blueprint, IReadOnlyList<Candidate> all, BookOutline outline, string language)
    {
        if (blueprint.Questions.Length > 0)
        {
            var keys = all.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
            var drawn = Draw.Questions(blueprint, all, new(0)).Length;
            return new([], blueprint.Questions.Length, drawn, [.. blueprint.Questions.Where(key => !keys.Contains(key))]);
        }

        BlueprintPart[] parts = [.. blueprint.DrawnParts()];
        var taken = PartDraw.Of(parts, all, new(0));
        var inBook = outline.Sections.Select(section => section.Slug).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. parts.Zip(taken, (part, drawn) => new PartPool(part.Count, drawn.Count, Rows([.. all.Where(part.Fits)], outline, language)))],
            parts.Sum(part => part.Count), taken.Sum(drawn => drawn.Count),
            [.. parts.SelectMany(part => part.Sections).Where(slug => !inBook.Contains(slug)).Distinct(StringComparer.Ordinal)]);
    }

    private static List<PoolRow> Rows(Candidate[] pool, BookOutline outline, string language) =>
        [.. outline.Sections.GroupJoin(pool, section => section.Slug, one => one.Section, (section, found) => (section, found: found.ToList()), StringComparer.Ordinal)
            .Where(row => row.found.Count > 0)
            .Select(row => new PoolRow(row.section.Short[language], [.. Enumerable.Range(1, 5).Select(difficulty => row.found.Count(one => one.Difficulty == difficulty))]))];
}

/// <param name="Wanted">How many it asks for.</param>
/// <param name="Drawn">How many it gets beside the other parts.</param>
public sealed record PartPool(int Wanted, int Drawn, IReadOnlyList<PoolRow> Rows)
{
    public int Total => Rows.Sum(row => row.Difficulties.Sum());
}

/// <param name="Difficulties">How many have difficulty 1, 2, …, 5.</param>
public sealed record PoolRow(string Section, IReadOnlyList<int> Difficulties);
