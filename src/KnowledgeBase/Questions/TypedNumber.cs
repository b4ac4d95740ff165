using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;

namespace KnowledgeBase.Questions;

/// <summary>
/// Reads a number as people type it: 1.5, 1,5, 1.5e0, 1.5×10^0, １．５, 1 234, 1,234.5, with the unit behind it in either language,
/// or as a percentage. "1,234" may mean two numbers, and both are honest ways to write; the answer counts if either is right.
/// Comparing with the key comes later: what is readable says nothing about what is right.
/// </summary>
internal static partial class TypedNumber
{
    /// <summary>What the text may mean, the likeliest first; empty if it is no number.</summary>
    public static double[] Readings(string text, Bilingual? unit)
    {
        if (Form().Match(Plain(text)) is not { Success: true } match || Factor(match.Groups["unit"].Value, unit) is not { } factor)
            return [];
        var exponent = match.Groups["exponent"] is { Success: true } found ? $"e{Lowered(found.Value)}" : "";
        return [.. Mantissas(match.Groups["digits"].Value.TrimEnd('.'))
            .Select(digits => factor * double.Parse($"{match.Groups["sign"].Value}{digits}{exponent}", NumberStyles.Float, CultureInfo.InvariantCulture))
            .Where(double.IsFinite)];
    }

    // The last mark is the decimal one, be it a point or a comma; the others must part groups of three.
    private static IEnumerable<string> Mantissas(string digits)
    {
        foreach (var mark in (char[])['.', ','])
        {
            if (digits.Count(one => one == mark) == 1 && digits.Split(mark) is [var whole, var fraction] && fraction.All(char.IsAsciiDigit) && Whole(whole) is { } units)
                yield return $"{units}.{fraction}";
        }
        // Neither of the site's languages parts thousands with a point, so a single one is a decimal point.
        if (digits.Count(one => one == '.') != 1 && Whole(digits) is { } count)
            yield return count;
    }

    private static string? Whole(string digits)
    {
        if (digits.All(char.IsAsciiDigit))
            return $"0{digits}";
        var groups = digits.Split(digits.First(one => !char.IsAsciiDigit(one)));
        return groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3) && groups.All(group => group.All(char.IsAsciiDigit))
            ? string.Concat(groups)
            : null;
    }

    /// <summary>Null: that is not the question's unit.</summary>
    private static double? Factor(string typed, Bilingual? unit) => typed switch
    {
        "" => 1,
        "%" when unit is null => 0.01,
        _ when unit is not null && (IsUnit(typed, unit.Zh) || IsUnit(typed, unit.En)) => 1,
        _ => null,
    };

    private static bool IsUnit(string typed, string unit) => Same(typed, unit) || Same($"{typed}s", unit);

    private static bool Same(string typed, string unit) =>
        string.Equals(typed.Replace(" ", ""), Plain(unit).Replace(" ", ""), StringComparison.OrdinalIgnoreCase);

    // By hand: without ICU the framework's own normalisation leaves full-width characters as they are.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text)
        {
            var one = letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                '。' => '.',
                '−' or '–' or '‐' or '‑' or '﹣' => '-',
                '’' or '‘' => '\'',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            };
            if (char.GetUnicodeCategory(one) != UnicodeCategory.Format && (one != ' ' || plain is not ([] or [.., ' '])))
                plain.Append(one);
        }
        return plain.ToString().TrimEnd();
    }

    private static string Lowered(string exponent) => string.Concat(exponent.Select(one =>
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻".IndexOf(one) is >= 0 and var index ? "0123456789+-"[index] : one));

    [GeneratedRegex("""
        ^(?<sign>[+-]?)[ ]?(?<digits>[0-9](?:[0-9 .,'_]*[0-9])?\.?|[.,][0-9]+)[ ]?
        (?:(?:e|[x*×·][ ]?10[ ]?\^?)[ ]?(?<exponent>[+-]?[0-9]{1,3}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))?[ ]?(?<unit>.*)$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Form();
}
