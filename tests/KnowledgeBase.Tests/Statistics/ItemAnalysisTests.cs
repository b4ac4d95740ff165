using KnowledgeBase.Statistics;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>Five people and four items, every figure worked out by hand.</summary>
public class ItemAnalysisTests
{
    //        i1 i2 i3 i4    T
    // Ann     1  1  1  1    4
    // Bo      1  1  0  1    3
    // Cy      1  0  1  0    2
    // Di      1  0  0  0    1
    // Eve     0  1  0  0    1
    private static readonly double[][] Marks = [[1, 1, 1, 1], [1, 1, 0, 1], [1, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]];

    // What each chose at i3: a is right.
    private static readonly string[] ChosenAtThird = ["a", "b", "a", "b", "c"];

    private static readonly MarkTable[] Items = [.. Enumerable.Range(0, 4).Select(Tables.Item(Marks))];

    [Fact]
    public void Facility_is_the_mean_mark()
    {
        // 4, 3, 2 and 2 of 5.
        Assert.Equal([0.8, 0.6, 0.4, 0.4], Items.Select(item => ItemAnalysis.Facility(item).Value!.Value), Close);
        // Of at most 2 marks it would be half as much.
        Assert.Equal(0.4, ItemAnalysis.Facility(Items[0], maximum: 2).Value!.Value, 9);
    }

    [Fact]
    public void Discrimination_is_the_correlation_with_the_rest()
    {
        // i1: x 1 1 1 1 0, mean .8, var .2; o 3 2 1 0 1, mean 1.4, var 1.3; cov (.32 + .12 − .08 − .28 + .32)/4 = .1; 10/√.26
        // i2: x 1 1 0 0 1, mean .6, var .3; o 3 2 2 1 0, mean 1.6, var 1.3; cov (.56 + .16 − .24 + .36 − .64)/4 = .05; 5/√.39
        // i3: x 1 0 1 0 0, mean .4, var .3; o 3 3 1 1 1, mean 1.8, var 1.2; cov (.72 − .48 − .48 + .32 + .32)/4 = .1; 10/√.36
        // i4: x 1 1 0 0 0, mean .4, var .3; o 3 2 2 1 1, mean 1.8, var .7;  cov (.72 + .12 − .08 + .32 + .32)/4 = .35; 35/√.21
        Assert.Equal(
            [10 / Math.Sqrt(0.26), 5 / Math.Sqrt(0.39), 10 / 0.6, 35 / Math.Sqrt(0.21)],
            Items.Select(item => ItemAnalysis.Discrimination(item).Value!.Value), Close);
    }

    [Fact]
    public void Efficiency_compares_with_the_best_order_of_the_same_marks()
    {
        // i1: sorted x 0 1 1 1 1 and o 0 1 1 2 3: (1.12 − .08 − .08 + .12 + .32)/4 = .35; .1/.35
        // i2: 0 0 1 1 1 and 0 1 2 2 3: (.96 + .36 + .16 + .16 + .56)/4 = .55; .05/.55
        // i3: 0 0 0 1 1 and 1 1 1 3 3: (3 · .32 + 2 · .72)/4 = .6; .1/.6
        // i4: 0 0 0 1 1 and 1 1 2 2 3: (2 · .32 − .08 + .12 + .72)/4 = .35: those who were right are the best elsewhere.
        Assert.Equal([100 / 3.5, 100 / 11.0, 100 / 6.0, 100], Items.Select(item => ItemAnalysis.Efficiency(item).Value!.Value), Close);
    }

    [Fact]
    public void Weights_are_shares_of_what_decides_the_total()
    {
        // cov(x,T) = cov(x,o) + var(x): .3, .35, .4, .65, together 1.7 = var(T).
        double[] roots = [Math.Sqrt(0.3), Math.Sqrt(0.35), Math.Sqrt(0.4), Math.Sqrt(0.65)];

        var weights = ItemAnalysis.Weights(Items).Select(weight => weight.Value!.Value).ToList();

        Assert.Equal(roots.Select(root => 100 * root / roots.Sum()), weights, Close);
        // 21.25, 22.95, 24.53 and 31.27 percent.
        Assert.Equal([21.25, 22.95, 24.53, 31.27], weights.Select(weight => Math.Round(weight, 2)));
    }

    [Fact]
    public void The_scores_have_a_middle_a_width_and_a_shape()
    {
        // T 4 3 2 1 1: mean 2.2, deviations 1.8 .8 −.2 −1.2 −1.2.
        var scores = Tables.Totals(Marks);

        Assert.Equal(2.2, scores.Mean.Value!.Value, 9);
        Assert.Equal(2, scores.Median.Value!.Value, 9);
        // squares 3.24 + .64 + .04 + 1.44 + 1.44 = 6.8; m2 1.36; k2 = 5 · 1.36 / 4
        Assert.Equal(1.7, scores.Variance.Value!.Value, 9);
        Assert.Equal(Math.Sqrt(1.7), scores.Deviation.Value!.Value, 9);
        // cubes 5.832 + .512 − .008 − 1.728 − 1.728 = 2.88; m3 .576; k3 = 25 · .576 / 12 = 1.2
        Assert.Equal(1.2 / Math.Pow(1.7, 1.5), scores.Skewness.Value!.Value, 9);
        // fourths 10.4976 + .4096 + .0016 + 2.0736 + 2.0736 = 15.056; m4 3.0112; k4 = 25 · (6 · 3.0112 − 12 · 1.8496) / 24 = −4.3
        Assert.Equal(-4.3 / 2.89, scores.Kurtosis.Value!.Value, 9);
    }

    [Fact]
    public void Consistency_tells_how_much_of_the_spread_is_chance()
    {
        // Σ var(x_i) = .2 + .3 + .3 + .3 = 1.1; 100 · 4/3 · (1 − 1.1/1.7) = 47.06
        var variances = Items.Select(item => item.Variance(seen => seen.Mark)!.Value).ToList();
        var scores = Tables.Totals(Marks);

        var consistency = ItemAnalysis.Consistency(variances, scores.Variance);
        var errorRatio = ItemAnalysis.ErrorRatio(consistency);

        Assert.Equal(400.0 / 3 * (1 - (1.1 / 1.7)), consistency.Value!.Value, 9);
        Assert.Equal(47.06, Math.Round(consistency.Value!.Value, 2));
        // √(1 − .470588) = .727607; · 1.303840 = .948683
        Assert.Equal(72.76, Math.Round(errorRatio.Value!.Value, 2));
        Assert.Equal(0.9487, Math.Round(ItemAnalysis.StandardError(errorRatio, scores.Deviation).Value!.Value, 4));
    }

    [Fact]
    public void An_option_is_compared_with_the_rest_score()
    {
        // i3's rest: 3 3 1 1 1, mean 1.8, var 1.2.
        // a, chosen by 1 0 1 0 0: as the item itself, .1/√(.3 · 1.2)
        // b, chosen by 0 1 0 1 0: cov (−.48 + .72 + .32 − .48 + .32)/4 = .1; var .3: the same
        // c, chosen by 0 0 0 0 1: cov (−.24 − .24 + .16 + .16 − .64)/4 = −.2; var .2: −.2/√.24
        double[] rests = [3, 3, 1, 1, 1];
        var all = Marks.Zip(rests, (marks, rest) => Sums.Of(marks[2], rest)).Aggregate((one, other) => one + other);

        Figure Of(string option) => ItemAnalysis.PointBiserial(
            all, ChosenAtThird.Count(chosen => chosen == option), ChosenAtThird.Zip(rests).Where(pair => pair.First == option).Sum(pair => pair.Second));

        Assert.Equal(0.1 / 0.6, Of("a").Value!.Value, 9);
        Assert.Equal(0.1 / 0.6, Of("b").Value!.Value, 9);
        Assert.Equal(-0.2 / Math.Sqrt(0.24), Of("c").Value!.Value, 9);
        Assert.Equal(Undefined.NobodyChose, Of("d").Because);
        Assert.Equal(ItemAnalysis.Discrimination(Items[2]).Value!.Value, all.Discrimination.Value!.Value, 9);
    }

    [Fact]
    public void What_is_undefined_says_why_and_is_never_nought()
    {
        var same = Tables.Item([[1, 0], [1, 1], [1, 1]])(0);
        var alone = Tables.Item([[1], [0], [1]])(0);
        var nobody = new MarkTable();

        Assert.Equal(new(null, Undefined.TooFew), ItemAnalysis.Facility(nobody));
        Assert.Equal(new(null, Undefined.TooFew), ItemAnalysis.Discrimination(nobody));
        Assert.Equal(new(null, Undefined.SameMarks), ItemAnalysis.Discrimination(same));
        Assert.Equal(new(null, Undefined.SameMarks), ItemAnalysis.Efficiency(same));
        Assert.Equal(new(null, Undefined.SameRest), ItemAnalysis.Discrimination(alone));
        Assert.Equal(new(null, Undefined.OneItem), ItemAnalysis.Consistency([0.3], 0.3));
        Assert.Equal(new(null, Undefined.SameScores), ItemAnalysis.Consistency([0.3, 0.3], 0));
        Assert.Equal(new(null, Undefined.SameScores), ItemAnalysis.ErrorRatio(Undefined.SameScores));
        Assert.Equal(new(null, Undefined.TooFew), Tables.Totals([[1], [0]]).Skewness);
        Assert.Equal(new(null, Undefined.TooFew), Tables.Totals([[1], [0], [0]]).Kurtosis);
        Assert.Equal(new(null, Undefined.SameScores), Tables.Totals([[1], [1], [1]]).Skewness);
        Assert.Equal(new(null, Undefined.AgainstTotal), ItemAnalysis.Weights([.. Enumerable.Range(0, 3).Select(Tables.Item([[0, 1, 1], [1, 0, 0], [0, 1, 1]]))])[0]);
    }

    [Fact]
    public void Consistency_may_be_negative_and_then_the_error_ratio_is_above_a_hundred()
    {
        // Two items that contradict each other in two of three people: var 1/3 each, T 1 1 2, var 1/3; 200 · (1 − 2) = −200.
        var consistency = ItemAnalysis.Consistency([1.0 / 3, 1.0 / 3], Tables.Totals([[1, 0], [0, 1], [1, 1]]).Variance);

        Assert.Equal(-200, consistency.Value!.Value, 9);
        Assert.Equal(100 * Math.Sqrt(3), ItemAnalysis.ErrorRatio(consistency).Value!.Value, 9);
    }

    [Fact]
    public void Languages_differ_only_beyond_chance()
    {
        // 80 of 100 against 60 of 100: pooled .7; z = .2 / √(.7 · .3 · .02) = 3.086
        var (zh, en) = (new Sums(100, 80, 80, 0, 0, 0), new Sums(100, 60, 60, 0, 0, 0));
        Assert.Equal(0.2 / Math.Sqrt(0.0042), LanguageGap.Z(zh, en)!.Value, 9);
        Assert.True(LanguageGap.Differs(zh, en));
        // 80 against 70: z = 1.633
        Assert.False(LanguageGap.Differs(zh, new Sums(100, 70, 70, 0, 0, 0)));
        // 19 are too few, however far apart.
        Assert.Null(LanguageGap.Z(new Sums(19, 19, 19, 0, 0, 0), en));
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-9;
}
