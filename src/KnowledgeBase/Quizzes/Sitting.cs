using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>
/// A running attempt as its learner sees it. Made of <see cref="Prompt"/>s, so it has nothing that tells right from wrong, except of
/// questions that were checked.
/// </summary>
/// <param name="SecondsLeft">Null: untimed.</param>
public sealed record Sitting(
    Guid Id, string Title, AttemptMode Mode, int? SecondsLeft, int? SecondsInAll, bool HasMath, ConfidenceUse Confidence, IReadOnlyList<SittingQuestion> Questions)
{
    public int Answered => Questions.Count(question => question.Choices.Count > 0);

    public int Flagged => Questions.Count(question => question.Flagged);

    internal static Sitting Of(AttemptSheet sheet, AttemptState state, BookOutline outline, string language, DateTimeOffset now)
    {
        SittingQuestion[] questions = [.. sheet.Items.Select(item =>
        {
            var answer = state.Answer(item.Position);
            return new SittingQuestion(
                item.Position,
                outline.ChapterOf(item.Section)?.Title[language] ?? "",
                Prompt.Of(item.Question, item.OptionOrder, language),
                answer.Seq, answer.Choices, answer.Flagged, answer.Confidence, item.CanRead(answer.Choices),
                state.Checked.TryGetValue(item.Position, out var mark) ? ReviewedQuestion.Of(sheet, item, answer, mark, outline, language) : null);
        })];
        return new(
            sheet.Id, sheet.PaperTitle[language], sheet.Mode, sheet.SecondsLeft(now), sheet.SecondsLeft(sheet.StartedAt),
            sheet.Items.Any(item => item.Question.Body.HasMath) || questions.Any(question => question.Checked?.Solution.HasMath == true),
            sheet.Rules.Confidence, questions);
    }
}

/// <param name="Seq">The number under which its answer is saved; 0: none yet.</param>
/// <param name="Confidence">0: not said; 1 low, 2 middle, 3 high.</param>
/// <param name="Readable">False: the answer does not look like a number.</param>
/// <param name="Checked">Key and reasons, once it was checked in practice.</param>
public sealed record SittingQuestion(
    int Position, string Chapter, Prompt Prompt, long Seq, IReadOnlyList<string> Choices, bool Flagged, int Confidence, bool Readable, ReviewedQuestion? Checked);
