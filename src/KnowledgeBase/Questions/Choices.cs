namespace KnowledgeBase.Questions;

/// <summary>An answer's form: which choices a question admits, and how they are written down.</summary>
internal static class Choices
{
    /// <summary>True if somebody could have chosen this on the question's form.</summary>
    public static bool Admits(this QuestionVersion question, IReadOnlyList<string> choices) =>
        choices.Count <= MostOf(question)
        && choices.All(choice => question.Body.Options.Any(option => option.Id == choice))
        && choices.Distinct(StringComparer.Ordinal).Count() == choices.Count;

    /// <summary>The same choices are the same text, in whatever order they were ticked.</summary>
    public static string Write(IEnumerable<string> choices) => string.Join(',', choices.Order(StringComparer.Ordinal));

    public static string[] Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static int MostOf(QuestionVersion question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Boolean => 1,
        QuestionKind.Multiple => question.Body.Options.Length,
        _ => 0,
    };
}
