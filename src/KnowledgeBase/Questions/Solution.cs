namespace KnowledgeBase.Questions;

/// <summary>A question with its key and reasons, in one language: only for an attempt that is closed.</summary>
public sealed record Solution(string Stem, IReadOnlyList<SolutionOption> Options, string Explanation)
{
    /// <summary>Reasons hold formulas too, and the question only knows about its visible part.</summary>
    public bool HasMath => Options.SelectMany(option => new[] { option.Text, option.Why }).Append(Stem).Append(Explanation).Any(html => html.Contains("class=\"katex", StringComparison.Ordinal));

    internal static Solution Of(QuestionVersion question, IReadOnlyList<string> order, IReadOnlyCollection<string> choices, string language) => new(
        question.Body.Stem[language],
        [.. order.Select(id => question.Body.Options.First(option => option.Id == id)).Select(option => new SolutionOption(
            option.Text[language], option.Why[language], option.Correct, choices.Contains(option.Id, StringComparer.Ordinal)))],
        question.Body.Explanation[language]);
}

public sealed record SolutionOption(string Text, string Why, bool Correct, bool Chosen);
