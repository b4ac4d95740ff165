using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>A closed attempt with the key, the reasons and what was earned, in one language.</summary>
/// <param name="Passed">Null: nobody can fail.</param>
/// <param name="Again">The fields that start the same paper once more; none if there is no such paper.</param>
public sealed record Review(
    Guid Id, string Title, AttemptMode Mode, double Score, int MaximumScore, TimeSpan Used, double Multiplier, bool? Passed,
    IReadOnlyList<ReviewedQuestion> Questions, Guid? RetryOf, IReadOnlyList<KeyValuePair<string, string>> Again)
{
    /// <summary>0 to 1, however far below nothing the points are.</summary>
    public double Share => MaximumScore == 0 ? 0 : Math.Max(0, Score / MaximumScore);

    /// <summary>What each chapter earned, in the order of their first questions.</summary>
    public IReadOnlyList<ChapterScore> Chapters => [.. Questions.GroupBy(question => question.Chapter, StringComparer.Ordinal)
        .Select(chapter => new ChapterScore(chapter.Key, chapter.Sum(question => question.Mark), chapter.Count()))];

    internal static Review Of(AttemptSheet sheet, AttemptState state, IReadOnlyDictionary<int, double> marks, BookOutline outline, string language) => new(
        sheet.Id, sheet.PaperTitle[language], sheet.Mode, state.Score ?? 0, sheet.MaximumScore, state.ClosedAt!.Value - sheet.StartedAt,
        sheet.Multiplier, sheet.Mode == AttemptMode.Exam && sheet.MaximumScore > 0 ? sheet.Rules.Passed((state.Score ?? 0) / sheet.MaximumScore) : null,
        [.. sheet.Items.Select(item => ReviewedQuestion.Of(sheet, item, state.Answer(item.Position), marks.GetValueOrDefault(item.Position), outline, language))],
        sheet.RetryOf, [.. FieldsOf(sheet)]);

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(AttemptSheet sheet)
    {
        // Questions that were picked by name for this once: no paper has them.
        if (sheet.Blueprint is { Questions.Length: > 0 })
            yield break;
        yield return new("paper", sheet.PaperKey);
        yield return new("mode", sheet.Mode is AttemptMode.Practice or AttemptMode.Live ? "practice" : "exam");
        yield return new("multiplier", TimeLimit.Written(sheet.Multiplier));
        if (sheet.Blueprint is not { } own)
            yield break;
        yield return new("count", own.Count.ToString(CultureInfo.InvariantCulture));
        if (own.Minutes is { } minutes)
            yield return new("minutes", minutes.ToString(CultureInfo.InvariantCulture));
        foreach (var section in own.Sections)
            yield return new("sections", section);
        foreach (var difficulty in own.Difficulties)
            yield return new("difficulties", difficulty.ToString(CultureInfo.InvariantCulture));
        foreach (var tag in own.Tags)
            yield return new("tags", tag);
        if (sheet.Rules.Confidence != ConfidenceUse.None)
            yield return new("confidence", "1");
    }
}

public sealed record ChapterScore(string Title, double Marks, int Count);
