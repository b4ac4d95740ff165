namespace KnowledgeBase.Statistics;

/// <summary>
/// Whether a question is harder in one language: the two-proportion z-test on its facilities. For partial marks the test is
/// on the careful side, since they vary less than right and wrong do.
/// </summary>
internal static class LanguageGap
{
    /// <summary>One question in a hundred goes beyond this by chance alone.</summary>
    public const double Threshold = 2.58;

    /// <summary>Null where there is nothing to compare: fewer than 20 in a language, or nobody differs.</summary>
    public static double? Z(Sums zh, Sums en)
    {
        if (zh.N < ItemAnalysis.EnoughAttempts || en.N < ItemAnalysis.EnoughAttempts)
            return null;
        var pooled = (zh.X + en.X) / (zh.N + en.N);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / zh.N) + (1.0 / en.N)));
        return error <= 1e-12 ? null : ((zh.X / zh.N) - (en.X / en.N)) / error;
    }

    public static bool Differs(Sums zh, Sums en) => Z(zh, en) is { } z && Math.Abs(z) > Threshold;
}
