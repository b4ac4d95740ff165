using System.Globalization;

namespace KnowledgeBase.Questions;

internal static class Numbers
{
    /// <summary>0.0005, 921600, 3.05 × 10⁻⁵: alike in both languages.</summary>
    public static string Say(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace('-', '−').Split('E');
        return text is [var digits, var exponent] ? $"{digits} × 10{string.Concat(exponent.TrimStart('+').Select(Raised)).Replace("⁻⁰", "⁻")}" : text[0];
    }

    private static char Raised(char one) => one == '−' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[one - '0'];
}
