using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>A question that was graded, with its key, its reasons and what it earned.</summary>
/// <param name="Reading">The paragraph that explains it; null if its section is no longer in the book.</param>
/// <param name="Confidence">0: not said; 1 low, 2 middle, 3 high; null: nobody asked.</param>
/// <param name="Points">What right or wrong earns at that confidence; null where the mark is the score.</param>
public sealed record ReviewedQuestion(
    int Position, string Chapter, ReadingLink? Reading, QuestionKind Kind, int Difficulty, double Mark, bool Answered, bool Flagged, int? Confidence, double? Points, Solution Solution)
    : QuestionMark(Position, Chapter, Mark, Answered)
{
    internal static ReviewedQuestion Of(AttemptSheet sheet, SheetItem item, SavedAnswer answer, double mark, BookOutline outline, string language)
    {
        var section = outline.Section(item.Section) is { Retired: false } current ? current : outline.Renamed(item.Section);
        var answered = answer.Choices.Length > 0;
        return new(
            item.Position,
            outline.ChapterOf(item.Section)?.Title[language] ?? "",
            section is null ? null : new($"/{language}/read/{section.Chapter}/{section.Slug}#{item.Question.Anchor}", section.Short[language]),
            item.Question.Kind, item.Question.Difficulty, mark, answered, answer.Flagged,
            sheet.AsksConfidence ? answer.Confidence : null,
            sheet.Rules.Confidence == ConfidenceUse.Scored ? ConfidenceMarking.Points(ConfidenceUse.Scored, mark, answered, answer.Confidence) : null,
            Solution.Of(item.Question, item.OptionOrder, answer.Choices, language));
    }
}

public sealed record ReadingLink(string Address, string Section);
