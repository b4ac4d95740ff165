namespace KnowledgeBase.Questions;

/// <summary>What may be seen of a question before its attempt closes, in one language. It holds nothing that tells right from wrong.</summary>
public sealed record Prompt(QuestionKind Kind, string Stem, IReadOnlyList<PromptOption> Options)
{
    internal static Prompt Of(QuestionVersion question, IReadOnlyList<string> order, string language) => new(
        question.Kind,
        question.Body.Stem[language],
        [.. order.Select(id => question.Body.Options.First(option => option.Id == id)).Select(option => new PromptOption(option.Id, option.Text[language]))]);
}

public sealed record PromptOption(string Id, string Text);
