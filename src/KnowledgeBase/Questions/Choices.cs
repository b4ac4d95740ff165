namespace KnowledgeBase.Questions;

/// <summary>
/// An answer's form. Options: the ids that were ticked. A number: its text, as typed. An order: by place, the letter of what
/// stands there. A match: for each left side as shown, the letter of its right side. A place not filled is an empty text.
/// </summary>
internal static class Choices
{
    public const int LongestNumber = 40;

    /// <summary>True if somebody could have answered this on the question's form.</summary>
    public static bool Admits(this QuestionVersion question, IReadOnlyList<string> choices) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Boolean => Ticked(question.Body.Options, 1, choices),
        QuestionKind.Multiple => Ticked(question.Body.Options, question.Body.Options.Length, choices),
        QuestionKind.Numeric => choices.Count == 0 || (choices is [{ Length: <= LongestNumber } text] && !text.Any(char.IsControl)),
        QuestionKind.Order => choices.Count == 0 || (Lettered(question.Body.Items.Length, choices) && AreDistinct(choices.Where(token => token.Length > 0))),
        QuestionKind.Match => choices.Count == 0 || Lettered(question.Body.Pairs.Length, choices),
        _ => choices.Count == 0,
    };

    /// <summary>What a form holds, as choices. A letter that stands twice in an order is kept once: the form must not be lost for it.</summary>
    public static string[] Posted(QuestionKind kind, IReadOnlyList<string> values)
    {
        var choices = kind == QuestionKind.Order ? values.Select((token, place) => values.Take(place).Contains(token, StringComparer.Ordinal) ? "" : token) : values;
        return Read(kind, Write(kind, [.. choices]));
    }

    /// <summary>One text, the same for the same answer: in whatever order options were ticked. Empty: not answered.</summary>
    public static string Write(QuestionKind kind, IReadOnlyCollection<string> choices) => kind switch
    {
        _ when choices.All(string.IsNullOrWhiteSpace) => "",
        QuestionKind.Numeric => choices.First(),
        QuestionKind.Order or QuestionKind.Match => string.Join(',', choices),
        _ => string.Join(',', choices.Order(StringComparer.Ordinal)),
    };

    public static string[] Read(QuestionKind kind, string text) => kind switch
    {
        _ when text.Length == 0 => [],
        QuestionKind.Numeric => [text],
        _ => text.Split(','),
    };

    private static bool Ticked(Option[] options, int most, IReadOnlyList<string> choices) =>
        choices.Count <= most && choices.All(choice => options.Any(option => option.Id == choice)) && AreDistinct(choices);

    private static bool Lettered(int count, IReadOnlyList<string> choices) =>
        choices.Count == count && choices.All(token => token.Length == 0 || (Letters.Index(token) is >= 0 and var index && index < count));

    private static bool AreDistinct(IEnumerable<string> choices) => choices.CountBy(choice => choice, StringComparer.Ordinal).All(one => one.Value == 1);
}
