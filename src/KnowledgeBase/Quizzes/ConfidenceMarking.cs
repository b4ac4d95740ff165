namespace KnowledgeBase.Quizzes;

/// <summary>
/// Certainty-based marking (Gardner-Medwin 1995): right earns 1, 2 or 3, wrong costs 0, 2 or 6 at low, middle and high confidence.
/// Nobody gains by claiming more or less than they believe: high pays from a probability of 80 %, middle from 67 %.
/// </summary>
internal static class ConfidenceMarking
{
    private static readonly int[] Right = [1, 1, 2, 3];
    private static readonly int[] Wrong = [0, 0, -2, -6];

    /// <summary>What one question can earn.</summary>
    public static int Maximum(ConfidenceUse use) => use == ConfidenceUse.Scored ? Right[^1] : 1;

    /// <param name="mark">0 to 1; only a full one is right.</param>
    /// <param name="confidence">0 to 3; not said counts as low.</param>
    public static double Points(ConfidenceUse use, double mark, bool answered, int confidence)
    {
        if (use != ConfidenceUse.Scored)
            return mark;
        // Unanswered and yet right: full marks were given to everybody, because the question was at fault.
        return mark >= 1 ? Right[confidence] : answered ? Wrong[confidence] : 0;
    }
}
