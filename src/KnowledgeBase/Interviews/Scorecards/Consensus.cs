namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What several judgements of one criterion come to, and how far apart they are.</summary>
public static class Consensus
{
    public const int Lowest = 1;
    public const int Highest = 4;

    /// <summary>Of an even number the mean of the middle two, rounded up. Null: nobody has judged.</summary>
    public static int? Median(IEnumerable<int> levels)
    {
        var sorted = levels.Order().ToArray();
        var middle = sorted.Length / 2;
        if (sorted.Length == 0)
            return null;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2;
    }

    /// <summary>From the lowest to the highest; 0: all agree, or there is nobody to disagree.</summary>
    public static int Spread(IReadOnlyCollection<int> levels) => levels.Count == 0 ? 0 : levels.Max() - levels.Min();
}
