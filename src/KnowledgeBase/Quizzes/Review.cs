using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>A closed attempt with the key, the reasons and what was earned, in one language.</summary>
/// <param name="Again">The fields that start the same paper once more.</param>
public sealed record Review(
    Guid Id, string Title, AttemptMode Mode, double Score, TimeSpan Used, bool Timed, double Multiplier, DateTimeOffset ClosedAt,
    IReadOnlyList<ReviewedQuestion> Questions, IReadOnlyList<KeyValuePair<string, string>> Again)
{
    /// <summary>What each chapter earned, in the order of their first questions.</summary>
    public IReadOnlyList<ChapterScore> Chapters => [.. Questions.GroupBy(question => question.Chapter, StringComparer.Ordinal)
        .Select(chapter => new ChapterScore(chapter.Key, chapter.Sum(question => question.Mark), chapter.Count()))];

    internal static Review Of(AttemptSheet sheet, AttemptState state, IReadOnlyDictionary<int, double> marks, BookOutline outline, string language) => new(
        sheet.Id, sheet.PaperTitle[language], sheet.Mode, state.Score ?? 0, state.ClosedAt!.Value - sheet.StartedAt,
        sheet.Deadline is not null, sheet.Multiplier, state.ClosedAt.Value,
        [.. sheet.Items.Select(item => QuestionOf(item, state.Answer(item.Position), marks.GetValueOrDefault(item.Position), outline, language))],
        [.. FieldsOf(sheet)]);

    private static ReviewedQuestion QuestionOf(SheetItem item, SavedAnswer answer, double mark, BookOutline outline, string language)
    {
        var section = outline.Section(item.Section) is { Retired: false } current ? current : outline.Renamed(item.Section);
        return new(
            item.Position,
            outline.ChapterOf(item.Section)?.Title[language] ?? "",
            section is null ? null : new($"/{language}/read/{section.Chapter}/{section.Slug}#{item.Question.Anchor}", section.Short[language]),
            item.Question.Kind, item.Question.Difficulty, mark, answer.Choices.Length > 0, answer.Flagged,
            Solution.Of(item.Question, item.OptionOrder, answer.Choices, language));
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(AttemptSheet sheet)
    {
        // Questions that were picked by name for this once: no paper has them.
        if (sheet.Blueprint is { Questions.Length: > 0 })
            yield break;
        yield return new("paper", sheet.PaperKey);
        yield return new("mode", sheet.Mode == AttemptMode.Practice ? "practice" : "exam");
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
    }
}

/// <param name="Reading">The paragraph that explains it; null if its section is no longer in the book.</param>
public sealed record ReviewedQuestion(
    int Position, string Chapter, ReadingLink? Reading, QuestionKind Kind, int Difficulty, double Mark, bool Answered, bool Flagged, Solution Solution)
{
    public bool Right => Mark >= 1;
}

public sealed record ChapterScore(string Title, double Marks, int Count);

public sealed record ReadingLink(string Address, string Section);
