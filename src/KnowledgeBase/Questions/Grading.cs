namespace KnowledgeBase.Questions;

/// <summary>What an answer earns, from 0 to 1. The same question and the same choices always earn the same.</summary>
internal static class Grading
{
    /// <summary>What a paper may ask.</summary>
    public static readonly QuestionKind[] Kinds = [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.Boolean];

    /// <param name="choices">Option ids; for other kinds whatever <see cref="Choices"/> lets through.</param>
    public static double Mark(QuestionKind kind, QuestionBody body, IReadOnlyCollection<string> choices) => kind switch
    {
        _ when choices.Count == 0 => 0,
        QuestionKind.Single or QuestionKind.Boolean => One(body.Options, choices),
        QuestionKind.Multiple => Several(body.Options, choices),
        _ => throw new NotSupportedException($"Questions of the kind {kind} are not graded."),
    };

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
