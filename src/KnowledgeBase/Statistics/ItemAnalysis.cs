namespace KnowledgeBase.Statistics;

/// <summary>
/// Classical item analysis, as the quiz statistics of Moodle define it (docs.moodle.org/dev/Quiz_statistics_calculations, after
/// Downing and Haladyna, Handbook of Test Development, 2006): x is the mark on the item, T the total, o = T − x the rest.
/// The rest and not the total is compared with, because an item always goes along with itself.
/// </summary>
internal static class ItemAnalysis
{
    /// <summary>Below this many attempts the figures are shown, but greyed: they would look different tomorrow.</summary>
    public const int EnoughAttempts = 20;

    /// <summary>A wrong option that fewer choose than this share tempts nobody.</summary>
    public const double TemptingShare = 0.05;

    /// <summary>mean(x) / max: how easy it was, from 0 to 1.</summary>
    public static Figure Facility(MarkTable item, double maximum = 1) =>
        item.Count == 0 ? Undefined.TooFew : item.Mean(seen => seen.Mark) / maximum;

    /// <summary>100 · cov(x,o) / √(var x · var o): the correlation with the rest, from −100 to 100.</summary>
    public static Figure Discrimination(MarkTable item) => Unclear(item) ??
        Math.Clamp(
            100 * Covariance(item) / Math.Sqrt(item.Variance(seen => seen.Mark)!.Value * item.Variance(seen => seen.Rest)!.Value), -100, 100);

    /// <summary>
    /// 100 · cov(x,o) / cov(sorted x, sorted o): how much of the discrimination that is possible with these marks there is.
    /// At most 100; without a lower bound, since marks can go further against the rest than with it.
    /// </summary>
    public static Figure Efficiency(MarkTable item) => Unclear(item) ??
        Math.Min(100, 100 * Covariance(item) / item.HighestCovariance(seen => seen.Mark, seen => seen.Rest));

    /// <summary>100 · √cov(x,T) / Σ √cov(x,T), over the items that do not go against the total: how much each decides the score.</summary>
    public static Figure[] Weights(IReadOnlyList<MarkTable> items)
    {
        // Rounded: what adds up to nothing must not come out a hair below it.
        var covariances = items.Select(item => item.Covariance(seen => seen.Mark, seen => seen.Total) is { } one ? Math.Round(one, 12) : (double?)null).ToArray();
        var sum = covariances.Sum(one => Math.Sqrt(Math.Max(0, one ?? 0)));
        return [.. items.Zip(covariances, (item, covariance) => item.Count < 2 ? Undefined.TooFew
            : covariance < 0 ? Undefined.AgainstTotal
            : sum <= 0 ? (Figure)Undefined.SameScores
            : 100 * Math.Sqrt(covariance ?? 0) / sum)];
    }

    /// <summary>
    /// Cronbach's alpha (Psychometrika 16, 1951) in percent: 100 · p/(p−1) · (1 − Σ var(x_i) / var(T)) for p items. At most 100;
    /// negative where the items work against each other.
    /// </summary>
    public static Figure Consistency(IReadOnlyList<double> itemVariances, Figure totalVariance) => itemVariances.Count < 2
        ? Undefined.OneItem
        : totalVariance.Then(variance => variance <= 0 ? Undefined.SameScores
            : Math.Min(100, 100.0 * itemVariances.Count / (itemVariances.Count - 1) * (1 - (itemVariances.Sum() / variance))));

    /// <summary>100 · √(1 − CIC/100): how much of the standard deviation is chance. Above 100 where the consistency is negative.</summary>
    public static Figure ErrorRatio(Figure consistency) => consistency.Then(percent => 100 * Math.Sqrt(1 - (percent / 100)));

    /// <summary>ER · SD / 100: within how much a score is to be believed.</summary>
    public static Figure StandardError(Figure errorRatio, Figure deviation) => errorRatio.Then(ratio => deviation.Then(sd => (Figure)(ratio * sd / 100)));

    /// <summary>The correlation of having chosen an option (0 or 1) with the rest: above 0 where the better ones chose it.</summary>
    /// <param name="all">Everybody who was asked.</param>
    /// <param name="chosen">How many chose it.</param>
    /// <param name="restOfChosen">The sum of their rests.</param>
    public static Figure PointBiserial(Sums all, long chosen, double restOfChosen)
    {
        if (all.N < 2)
            return Undefined.TooFew;
        if (chosen == 0)
            return Undefined.NobodyChose;
        if (chosen == all.N)
            return Undefined.EverybodyChose;
        var varianceOfRest = (all.Oo - (all.O * all.O / all.N)) / (all.N - 1);
        if (varianceOfRest <= 1e-12 * Math.Max(1, all.Oo / all.N))
            return Undefined.SameRest;
        var covariance = (restOfChosen - (chosen * all.O / all.N)) / (all.N - 1);
        var varianceOfChoice = chosen * (double)(all.N - chosen) / all.N / (all.N - 1);
        return Math.Clamp(covariance / Math.Sqrt(varianceOfChoice * varianceOfRest), -1, 1);
    }

    private static double Covariance(MarkTable item) => item.Covariance(seen => seen.Mark, seen => seen.Rest)!.Value;

    private static Figure? Unclear(MarkTable item) => item.Count < 2 ? Undefined.TooFew
        : item.IsEven(seen => seen.Mark) ? Undefined.SameMarks
        : item.IsEven(seen => seen.Rest) ? Undefined.SameRest
        : null;
}
