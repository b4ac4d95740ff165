using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Shell;

internal static class Plural
{
    /// <summary>The words <paramref name="key"/>One or <paramref name="key"/>Many around a number.</summary>
    public static string Count(this IStringLocalizer words, string key, int number) => words[key + (number == 1 ? "One" : "Many"), number];
}
