namespace KnowledgeBase.Statistics;

/// <summary>How often each total was reached, and what follows from that alone (Fisher's k-statistics, 1930).</summary>
internal sealed class ScoreDistribution
{
    private readonly SortedDictionary<double, long> _scores = [];

    public long Count { get; private set; }

    public IReadOnlyDictionary<double, long> Scores => _scores;

    public void Add(double score, long times = 1)
    {
        score = Math.Round(score, 9);
        _scores[score] = _scores.GetValueOrDefault(score) + times;
        Count += times;
    }

    public Figure Mean => Count == 0 ? Undefined.TooFew : Average;

    /// <summary>The middle one, or the mean of the middle two.</summary>
    public Figure Median => Count == 0 ? Undefined.TooFew : (At((Count - 1) / 2) + At(Count / 2)) / 2;

    /// <summary>k2 = S · m2 / (S − 1).</summary>
    public Figure Variance => Count < 2 ? Undefined.TooFew : IsEven ? 0 : Count * Moment(2) / (Count - 1);

    public Figure Deviation => Variance.Then(variance => (Figure)Math.Sqrt(variance));

    /// <summary>k3 / k2^1.5 with k3 = S² · m3 / ((S−1)(S−2)): below 0 where a few are far behind.</summary>
    public Figure Skewness
    {
        get
        {
            var s = (double)Count;
            return Count < 3 ? Undefined.TooFew : IsEven ? Undefined.SameScores
                : s * s * Moment(3) / ((s - 1) * (s - 2)) / Math.Pow(Variance.Value!.Value, 1.5);
        }
    }

    /// <summary>k4 / k2² with k4 = S² · ((S+1) · m4 − 3(S−1) · m2²) / ((S−1)(S−2)(S−3)): 0 for a normal distribution.</summary>
    public Figure Kurtosis
    {
        get
        {
            var s = (double)Count;
            if (Count < 4)
                return Undefined.TooFew;
            if (IsEven)
                return Undefined.SameScores;
            var m2 = Moment(2);
            var k4 = s * s * (((s + 1) * Moment(4)) - (3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3));
            return k4 / Math.Pow(Variance.Value!.Value, 2);
        }
    }

    private bool IsEven => _scores.Count < 2;

    private double Average => _scores.Sum(score => score.Key * score.Value) / Count;

    // m_r, the mean of (T − mean)^r.
    private double Moment(int power)
    {
        var mean = Average;
        return _scores.Sum(score => Math.Pow(score.Key - mean, power) * score.Value) / Count;
    }

    private double At(long index)
    {
        foreach (var (score, times) in _scores)
        {
            if (index < times)
                return score;
            index -= times;
        }
        throw new ArgumentOutOfRangeException(nameof(index));
    }
}
