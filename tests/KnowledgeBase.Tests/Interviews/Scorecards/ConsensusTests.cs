using FsCheck.Xunit;
using KnowledgeBase.Interviews.Scorecards;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

public class ConsensusTests
{
    [Theory]
    [InlineData(3, 2, 3, 4)]
    [InlineData(2, 2, 2, 4)]
    [InlineData(4, 4)]
    // Of an even number the mean of the middle two, rounded up.
    [InlineData(3, 2, 3)]
    [InlineData(3, 1, 4)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 1, 2, 3, 4)]
    [InlineData(2, 1, 2, 2, 4)]
    public void The_median_of_a_panel(int expected, params int[] levels) => Assert.Equal(expected, Consensus.Median(levels));

    [Fact]
    public void Nobody_has_no_median_and_nobody_to_disagree_with()
    {
        Assert.Null(Consensus.Median([]));
        Assert.Equal(0, Consensus.Spread([]));
    }

    [Property]
    public bool It_does_not_matter_who_is_asked_first(byte[] raw, int seed)
    {
        var levels = Levels(raw);
        var shuffled = levels.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Consensus.Median(levels) == Consensus.Median(shuffled) && Consensus.Spread(levels) == Consensus.Spread(shuffled);
    }

    [Property]
    public bool The_median_lies_between_the_ends(byte[] raw)
    {
        var levels = Levels(raw);
        return levels.Length == 0 || (Consensus.Median(levels) >= levels.Min() && Consensus.Median(levels) <= levels.Max());
    }

    /// <summary>Taking away the lowest and the highest, again and again, leaves one or two; of two, half of the sum, up.</summary>
    [Property]
    public bool It_is_what_a_naive_computation_says(byte[] raw)
    {
        var left = Levels(raw).ToList();
        var median = Consensus.Median(left);
        while (left.Count > 2)
        {
            left.Remove(left.Max());
            left.Remove(left.Min());
        }
        return median == (left.Count == 0 ? null : (int)Math.Ceiling(left.Average()));
    }

    [Property]
    public bool They_agree_exactly_if_all_say_the_same(byte[] raw)
    {
        var levels = Levels(raw);
        return (Consensus.Spread(levels) == 0) == (levels.Distinct().Count() <= 1);
    }

    private static int[] Levels(byte[] raw) => [.. raw.Select(one => Consensus.Lowest + (one % Consensus.Highest))];
}
