using System.Globalization;

namespace KnowledgeBase.Statistics;

/// <summary>How a figure is to be read, and so how it is written, alike in both languages.</summary>
public enum Scale
{
    /// <summary>0 to 1, written in percent.</summary>
    Share,

    /// <summary>A number of percent.</summary>
    Percent,

    /// <summary>A correlation or a shape.</summary>
    Plain,
}

internal static class Written
{
    public static string Of(double value, Scale scale) => scale switch
    {
        Scale.Share => Percent(100 * value),
        Scale.Percent => Percent(value),
        // A number that rounds to 0 from below is no "-0.00".
        _ => (Math.Round(value, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal),
    };

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double value) =>
        (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.#", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal) + "%";
}
