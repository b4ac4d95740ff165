namespace KnowledgeBase.Questions;

/// <summary>
/// Answers to orders and matches call a thing by the letter of the place where it was shown. Ids would betray the key: the
/// author's order, and which right side has the id of which left one.
/// </summary>
internal static class Tokens
{
    /// <summary>The id of what stands at each place; null where nothing does.</summary>
    /// <param name="shown">Ids in the order shown.</param>
    public static string?[] Placed(IReadOnlyList<string> shown, IEnumerable<string> choices) =>
        [.. choices.Select(token => Letters.Index(token) is >= 0 and var index && index < shown.Count ? shown[index] : null)];

    /// <summary>For each left side as shown: its id, and the id of the right side it was given.</summary>
    /// <param name="shown">Ids of the left sides in the order shown, then of the right ones.</param>
    public static IEnumerable<(string Left, string? Right)> Joined(IReadOnlyList<string> shown, IReadOnlyCollection<string> choices)
    {
        var half = shown.Count / 2;
        var rights = Placed([.. shown.Skip(half)], choices);
        return shown.Take(half).Select((left, index) => (left, index < rights.Length ? rights[index] : null));
    }

    /// <summary>An answer in the author's own words, for those who read it elsewhere.</summary>
    public static string[] Translate(QuestionKind kind, IReadOnlyList<string> shown, IReadOnlyCollection<string> choices) => kind switch
    {
        QuestionKind.Order => [.. Placed(shown, choices).Select(id => id ?? "")],
        QuestionKind.Match when choices.Count > 0 => [.. Joined(shown, choices).Select(pair => $"{pair.Left} = {pair.Right}")],
        _ => [.. choices],
    };
}
