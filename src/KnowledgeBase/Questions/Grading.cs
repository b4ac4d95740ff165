namespace KnowledgeBase.Questions;

/// <summary>What an answer earns, from 0 to 1. The same question and the same choices always earn the same.</summary>
internal static class Grading
{
    /// <summary>What a paper may ask.</summary>
    public static readonly QuestionKind[] Kinds =
        [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.Boolean, QuestionKind.Numeric, QuestionKind.Order, QuestionKind.Match];

    /// <param name="shown">Ids in the order in which they were shown; the letters of orders and matches mean nothing without it.</param>
    /// <param name="choices">In the form of <see cref="Choices"/>.</param>
    /// <param name="allOrNothing">Several right answers earn everything or nothing.</param>
    public static double Mark(
        QuestionKind kind, QuestionBody body, IReadOnlyList<string> shown, IReadOnlyCollection<string> choices, bool allOrNothing = false) => kind switch
        {
            _ when choices.Count == 0 => 0,
            QuestionKind.Single or QuestionKind.Boolean => One(body.Options, choices),
            QuestionKind.Multiple => Several(body.Options, choices) is var mark && allOrNothing ? Math.Floor(mark) : mark,
            QuestionKind.Numeric => body.Number!.Read(choices.First()).Any(body.Number.Accepts) ? 1 : 0,
            QuestionKind.Order => Kept(body.Items, Tokens.Placed(shown, choices)) / (double)(body.Items.Length - 1),
            QuestionKind.Match => Tokens.Joined(shown, choices).Count(pair => Belong(body.Pairs, pair.Left, pair.Right)) / (double)body.Pairs.Length,
            _ => throw new NotSupportedException($"Questions of the kind {kind} are not graded."),
        };

    /// <summary>How many neighbours of the right order stand next to each other, the right way round.</summary>
    public static int Kept(Item[] items, string?[] placed) => items.Zip(items.Skip(1)).Count(pair =>
        Array.IndexOf(placed, pair.First.Id) is >= 0 and var place && place + 1 < placed.Length && placed[place + 1] == pair.Second.Id);

    /// <summary>Two right sides that say the same are equally right.</summary>
    public static bool Belong(Pair[] pairs, string left, string? right) =>
        Array.Find(pairs, pair => pair.Id == left) is { } asked && Array.Find(pairs, pair => pair.Id == right) is { } given && asked.Right == given.Right;

    private static double One(Option[] options, IReadOnlyCollection<string> choices) =>
        choices.Count == 1 && options.Any(option => option.Correct && choices.Contains(option.Id, StringComparer.Ordinal)) ? 1 : 0;

    // A wrong choice takes back what a right one earned: ticking everything must not pay.
    private static double Several(Option[] options, IReadOnlyCollection<string> choices)
    {
        var chosen = options.Where(option => choices.Contains(option.Id, StringComparer.Ordinal)).ToList();
        var right = chosen.Count(option => option.Correct);
        return Math.Clamp((right - (chosen.Count - right)) / (double)options.Count(option => option.Correct), 0, 1);
    }
}
