using System.Globalization;

namespace KnowledgeBase.Questions;

/// <summary>Compares what a question's <c>proof</c> printed with the answer its author wrote.</summary>
internal static class AnswerProof
{
    /// <summary>Null for the kinds that no program can answer.</summary>
    public static Func<string, string?>? Of(QuestionKind kind, QuestionBody body) => kind switch
    {
        QuestionKind.Numeric when body.Number is { } number => printed => Judge(number, printed),
        QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Boolean => printed =>
            Judge(body.Options.Where(option => option.Correct).Select(option => option.Id).Order(StringComparer.Ordinal), Ids(printed).Order(StringComparer.Ordinal)),
        QuestionKind.Order => printed => Judge(body.Items.Select(item => item.Id), Ids(printed)),
        _ => null,
    };

    private static string? Judge(Number number, string printed)
    {
        if (!double.TryParse(printed.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return $"The proof must print one number; it printed '{printed.Trim()}'.";
        return number.Accepts(value) ? null : string.Create(CultureInfo.InvariantCulture, $"The proof gives {value}, the answer is {number.Answer}.");
    }

    private static string? Judge(IEnumerable<string> right, IEnumerable<string> proved)
    {
        var (said, was) = (string.Join(' ', right), string.Join(' ', proved));
        return said == was ? null : $"The proof gives '{was}', the answer is '{said}'.";
    }

    private static string[] Ids(string printed) => printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
