using KnowledgeBase.Content;

namespace KnowledgeBase.Teams.MasteryMaps;

/// <summary>How well the members of a team know the book.</summary>
public sealed record MasteryMap(IReadOnlyList<MapChapter> Chapters, IReadOnlyList<MapRow> Rows)
{
    /// <summary>With fewer people a mean says little, and says it about single persons.</summary>
    public const int Few = 3;

    /// <summary>The mean of those who have met something of these sections, each with the same weight.</summary>
    public MapMean Mean(IEnumerable<MapSection> sections)
    {
        var known = sections.ToList();
        var shares = Rows.Select(row => row.Of(known).Share).OfType<double>().ToList();
        return new(shares.Count == 0 ? null : shares.Average(), shares.Count);
    }
}

public sealed record MapChapter(string Slug, Bilingual Title, IReadOnlyList<MapSection> Sections);

/// <param name="Questions">How many it has to ask.</param>
public sealed record MapSection(string Slug, Bilingual Title, int Questions);

/// <param name="Met">By section: how many questions the member has met, and the sum of their latest marks.</param>
public sealed record MapRow(MemberRow Member, IReadOnlyDictionary<string, (int Seen, double Marks)> Met)
{
    /// <summary>As <c>History.MasteryCatalog</c> has it: the latest mark of each question, averaged over those met.</summary>
    public MapCell Of(IEnumerable<MapSection> sections)
    {
        var (seen, marks, questions) = (0, 0.0, 0);
        foreach (var section in sections)
        {
            var (met, sum) = Met.GetValueOrDefault(section.Slug);
            (seen, marks, questions) = (seen + met, marks + sum, questions + section.Questions);
        }
        return new(seen, questions, seen == 0 ? null : marks / seen);
    }
}

/// <param name="Share">0 to 1; null: nothing met yet.</param>
public sealed record MapCell(int Seen, int Questions, double? Share);

/// <param name="People">How many are behind it.</param>
public sealed record MapMean(double? Share, int People)
{
    public bool IsOfFew => People < MasteryMap.Few;
}
