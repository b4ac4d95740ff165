using System.Globalization;

namespace KnowledgeBase.History;

/// <summary>How the history's own numbers are written, alike in both languages.</summary>
internal static class Figures
{
    /// <summary>Rounded as <see cref="Quizzes.Shown.Percent"/> rounds, for differences and bars.</summary>
    public static int Whole(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    public static string Factor(double multiplier) => string.Create(CultureInfo.InvariantCulture, $"×{multiplier}");
}
