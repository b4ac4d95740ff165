namespace KnowledgeBase.History.Cards;

/// <summary>
/// FSRS-6: how long something will be remembered, told from how and when it was answered. Pure. The formulas and default weights
/// are those of open-spaced-repetition; time is counted in whole days.
/// </summary>
internal sealed class Fsrs(IReadOnlyList<double> w)
{
    public const int LongestInterval = 36_500;

    /// <summary>A card is due when the chance of recalling it has fallen to this.</summary>
    public const double Retention = .9;

    private const double LeastStability = .001;

    public static readonly Fsrs Default = new(
    [
        .212, 1.2931, 2.3065, 8.2956, 6.4133, .8334, 3.0194, .001, 1.8722, .1666, .796,
        1.4835, .0614, .2629, 1.6483, .6014, 1.8729, .5425, .0912, .0658, .1542,
    ]);

    private readonly double _decay = -w[20];
    private readonly double _factor = Math.Pow(.9, -1 / w[20]) - 1;

    /// <summary>After the very first answer.</summary>
    public Memory First(Grade grade) => new(Stable(w[(int)grade - 1]), Difficult(FirstDifficulty(grade)));

    /// <param name="days">Since the answer before; 0: the same day.</param>
    public Memory Next(Memory before, Grade grade, int days)
    {
        var recall = Recall(days, before.Stability);
        var stability = days <= 0 ? SameDay(before.Stability, grade)
            : grade == Grade.Again ? Forgotten(before, recall)
            : Recalled(before, grade, recall);
        return new(Stable(stability), NextDifficulty(before.Difficulty, grade));
    }

    /// <summary>The chance of recalling it after so many days.</summary>
    public double Recall(double days, double stability) => Math.Pow(1 + (_factor * days / stability), _decay);

    /// <summary>Whole days until the chance of recalling it falls to <paramref name="retention"/>.</summary>
    public int Interval(double stability, double retention = Retention)
    {
        var days = stability / _factor * (Math.Pow(retention, 1 / _decay) - 1);
        return (int)Math.Clamp(Math.Round(days, MidpointRounding.AwayFromZero), 1, LongestInterval);
    }

    private double Recalled(Memory before, Grade grade, double recall) => before.Stability * (1
        + (Math.Exp(w[8]) * (11 - before.Difficulty) * Math.Pow(before.Stability, -w[9]) * (Math.Exp(w[10] * (1 - recall)) - 1)
            * (grade == Grade.Hard ? w[15] : 1)
            * (grade == Grade.Easy ? w[16] : 1)));

    private double Forgotten(Memory before, double recall) => Math.Min(
        w[11] * Math.Pow(before.Difficulty, -w[12]) * (Math.Pow(before.Stability + 1, w[13]) - 1) * Math.Exp(w[14] * (1 - recall)),
        before.Stability / Math.Exp(w[17] * w[18]));

    private double SameDay(double stability, Grade grade)
    {
        var growth = Math.Exp(w[17] * ((int)grade - 3 + w[18])) * Math.Pow(stability, -w[19]);
        return stability * (grade >= Grade.Hard ? Math.Max(1, growth) : growth);
    }

    private double FirstDifficulty(Grade grade) => w[4] - Math.Exp(w[5] * ((int)grade - 1)) + 1;

    // Drawn a little towards that of an easy start, whose difficulty is taken as it comes.
    private double NextDifficulty(double before, Grade grade) => Difficult(
        (w[7] * FirstDifficulty(Grade.Easy)) + ((1 - w[7]) * (before + ((10 - before) / 9 * (-w[6] * ((int)grade - 3))))));

    private static double Stable(double days) => Math.Clamp(days, LeastStability, LongestInterval);

    private static double Difficult(double value) => Math.Clamp(value, 1, 10);
}

/// <param name="Stability">Days until recall falls to 90 %, .001 to 36,500.</param>
/// <param name="Difficulty">1 to 10.</param>
internal sealed record Memory(double Stability, double Difficulty);

/// <summary>The numbers are FSRS's and are stored.</summary>
internal enum Grade
{
    Again = 1,
    Hard,
    Good,
    Easy,
}
