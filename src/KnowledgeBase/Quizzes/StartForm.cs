using System.Globalization;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>What somebody asks for when starting.</summary>
internal sealed record StartForm(string Paper, AttemptMode Mode, double Multiplier, bool Afresh, Blueprint Own)
{
    /// <summary>Asks how sure one is; only for a paper of one's own.</summary>
    public bool Confidence { get; init; }

    /// <summary>The key of a paper that a learner puts together; it is kept in the attempt alone.</summary>
    public const string OwnPaper = "own";

    public const int MostQuestions = 100;
    public const int MostMinutes = 600;

    /// <summary>Null if the form was not one of ours.</summary>
    public static StartForm? Read(IFormCollection form)
    {
        var multiplier = form["multiplier"].ToString() is { Length: > 0 } text ? TimeLimit.Read(text) : 1;
        var mode = form["mode"].ToString() switch { "" or "exam" => AttemptMode.Exam, "practice" => AttemptMode.Practice, _ => (AttemptMode?)null };
        var count = Number(form["count"], 20, MostQuestions);
        var minutes = form["minutes"].ToString() is { Length: > 0 } ? Number(form["minutes"], 0, MostMinutes) : 0;
        var difficulties = form["difficulties"].Select(one => Number(one, 0, 5)).ToArray();
        if (multiplier is null || mode is null || count is null || minutes is null || difficulties.Contains(null) || form["tags"].Except(QuestionFile.Tags, StringComparer.Ordinal).Any()
            || form["paper"].ToString() is not { Length: > 0 } paper)
            return null;

        return new(paper, mode.Value, multiplier.Value, form["afresh"] == "1", new Blueprint
        {
            Sections = [.. form["sections"].OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Difficulties = [.. difficulties.Select(one => one!.Value).Distinct().Order()],
            Tags = [.. form["tags"].OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Count = count.Value,
            Minutes = minutes > 0 ? minutes : null,
        })
        { Confidence = form["confidence"] == "1" };
    }

    private static int? Number(string? text, int otherwise, int most)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most ? value : null;
    }
}
