using System.Globalization;

namespace KnowledgeBase.History;

/// <summary>How numbers are written in both languages.</summary>
internal static class Figures
{
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Whole(share)}%");

    /// <summary>Whole percents, halves away from zero: 0.625 is 63, as people were taught.</summary>
    public static int Whole(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    /// <summary>Points gained: 7, 7.5, 6.67.</summary>
    public static string Points(double score) => score.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Factor(double multiplier) => string.Create(CultureInfo.InvariantCulture, $"×{multiplier}");

    /// <summary>As a stopwatch shows it: 5:40, 1:02:03, 26:10:00.</summary>
    public static string Stopwatch(TimeSpan time) => time.TotalHours < 1
        ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}");
}
