namespace KnowledgeBase.Questions;

/// <summary>What may be seen of a question before its attempt closes, in one language. It holds nothing that tells right from wrong.</summary>
/// <param name="Options">What an answer names: options; the items of an order and the right sides of a match by the letter of their place.</param>
public sealed record Prompt(QuestionKind Kind, string Stem, IReadOnlyList<PromptOption> Options)
{
    /// <summary>Of a match.</summary>
    public IReadOnlyList<string> Lefts { get; private init; } = [];

    /// <summary>Of a number; null: none.</summary>
    public string? Unit { get; private init; }

    /// <param name="shown">Ids in the order shown.</param>
    internal static Prompt Of(QuestionVersion question, IReadOnlyList<string> shown, string language)
    {
        var body = question.Body;
        var half = shown.Count / 2;
        return new(question.Kind, body.Stem[language], [.. question.Kind switch
        {
            QuestionKind.Order => shown.Select((id, index) => new PromptOption(Letters.Token(index), body.Items.First(item => item.Id == id).Text[language])),
            QuestionKind.Match => shown.Skip(half).Select((id, index) => new PromptOption(Letters.Token(index), body.Pairs.First(pair => pair.Id == id).Right[language])),
            _ => shown.Select(id => new PromptOption(id, body.Options.First(option => option.Id == id).Text[language])),
        }])
        {
            Lefts = question.Kind == QuestionKind.Match ? [.. shown.Take(half).Select(id => body.Pairs.First(pair => pair.Id == id).Left[language])] : [],
            Unit = body.Number?.Unit?[language],
        };
    }
}

public sealed record PromptOption(string Id, string Text);
