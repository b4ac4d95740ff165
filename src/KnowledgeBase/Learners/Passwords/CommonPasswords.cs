using System.Reflection;

namespace KnowledgeBase.Learners.Passwords;

/// <summary>What guessers try first: a list of leaked passwords, and the habits by which people vary them.</summary>
internal static class CommonPasswords
{
    /// <summary>"sunshine2026!" is "sunshine" to a guesser; more than this at the end is no mere decoration.</summary>
    private const int Decoration = 5;

    private static readonly Lazy<HashSet<string>> Known = new(Read);

    /// <param name="password">As typed.</param>
    /// <param name="own">Words that anybody would try on this site or this person; a password of one of them and a few more characters is refused.</param>
    public static bool Contains(string password, params IEnumerable<string> own)
    {
        var lower = password.ToLowerInvariant();
        return Known.Value.Contains(lower)
            || Known.Value.Contains(Undecorated(lower))
            || IsPattern(lower)
            || own.Any(word => word.Length >= 4 && lower.Contains(word, StringComparison.OrdinalIgnoreCase) && lower.Length - word.Length <= Decoration);
    }

    private static string Undecorated(string password)
    {
        var core = password.TrimEnd("0123456789!?.@#$*_-~".ToCharArray());
        return password.Length - core.Length <= Decoration ? core : password;
    }

    /// <summary>One short unit again and again, or a run up or down the digits or the alphabet.</summary>
    private static bool IsPattern(string text)
    {
        for (var unit = 1; unit <= 4; unit++)
        {
            if (text.Skip(unit).Zip(text).All(pair => pair.First == pair.Second))
                return true;
        }
        var steps = text.Skip(1).Zip(text, (next, one) => next - one).ToList();
        // 9 to 0 is a step too: 1234567890.
        return steps.TrueForAll(step => step is 1 or -9) || steps.TrueForAll(step => step is -1 or 9);
    }

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(CommonPasswords), "common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
                known.Add(line);
        }
        return known;
    }
}
