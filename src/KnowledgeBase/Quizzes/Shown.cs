using System.Globalization;

namespace KnowledgeBase.Quizzes;

/// <summary>How numbers of an attempt are written, alike in both languages.</summary>
internal static class Shown
{
    /// <summary>12:24, 1:02:24, or 26:02:24 for practice that was left open.</summary>
    public static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    public static string Clock(int seconds) => Clock(TimeSpan.FromSeconds(seconds));

    /// <summary>15, 15.5, 15.67.</summary>
    public static string Marks(double marks) => marks.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Marks"/>, for those that may be below nothing.</summary>
    public static string Points(double points) => Marks(points).Replace('-', '−');

    public static string Percent(double share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}%";
}
