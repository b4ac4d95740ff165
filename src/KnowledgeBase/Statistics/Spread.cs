namespace KnowledgeBase.Statistics;

/// <summary>Means, variances and covariances of counted values; n − 1 throughout.</summary>
internal static class Spread
{
    public static double Mean(this MarkTable table, Func<Seen, double> of) => table.Rows.Sum(row => of(row.Key) * row.Value) / table.Count;

    /// <summary>Null below two attempts.</summary>
    public static double? Covariance(this MarkTable table, Func<Seen, double> one, Func<Seen, double> other)
    {
        if (table.Count < 2)
            return null;
        var (meanOne, meanOther) = (table.Mean(one), table.Mean(other));
        return table.Rows.Sum(row => (one(row.Key) - meanOne) * (other(row.Key) - meanOther) * row.Value) / (table.Count - 1);
    }

    /// <summary>Exactly 0 where all are equal, whatever the mean was rounded to.</summary>
    public static double? Variance(this MarkTable table, Func<Seen, double> of) =>
        table.Count >= 2 && table.IsEven(of) ? 0 : table.Covariance(of, of);

    /// <summary>Nobody differs from anybody.</summary>
    public static bool IsEven(this MarkTable table, Func<Seen, double> of) => table.Rows.Keys.Select(of).Distinct().Take(2).Count() < 2;

    /// <summary>The covariance as it would be if the best marks met the best rests: the highest there can be.</summary>
    public static double HighestCovariance(this MarkTable table, Func<Seen, double> one, Func<Seen, double> other)
    {
        var (meanOne, meanOther) = (table.Mean(one), table.Mean(other));
        var (ones, others) = (Sorted(table, one), Sorted(table, other));
        var (sum, i, j) = (0.0, 0, 0);
        var (leftOne, leftOther) = (ones[0].Times, others[0].Times);
        while (i < ones.Count && j < others.Count)
        {
            var times = Math.Min(leftOne, leftOther);
            sum += (ones[i].Value - meanOne) * (others[j].Value - meanOther) * times;
            if ((leftOne -= times) == 0 && ++i < ones.Count)
                leftOne = ones[i].Times;
            if ((leftOther -= times) == 0 && ++j < others.Count)
                leftOther = others[j].Times;
        }
        return sum / (table.Count - 1);
    }

    private static List<(double Value, long Times)> Sorted(MarkTable table, Func<Seen, double> of) => [.. table.Rows
        .GroupBy(row => of(row.Key)).Select(group => (group.Key, group.Sum(row => row.Value))).OrderBy(row => row.Key)];
}
