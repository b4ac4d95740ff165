using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>A running attempt as its learner sees it. Made of <see cref="Prompt"/>s, so it has nothing that tells right from wrong.</summary>
/// <param name="SecondsLeft">Null: untimed.</param>
public sealed record Sitting(Guid Id, string Title, AttemptMode Mode, int? SecondsLeft, int? SecondsInAll, bool HasMath, IReadOnlyList<SittingQuestion> Questions)
{
    public int Answered => Questions.Count(question => question.Choices.Count > 0);

    public int Flagged => Questions.Count(question => question.Flagged);

    internal static Sitting Of(AttemptSheet sheet, AttemptState state, BookOutline outline, string language, DateTimeOffset now) => new(
        sheet.Id,
        sheet.PaperTitle[language],
        sheet.Mode,
        sheet.SecondsLeft(now),
        sheet.SecondsLeft(sheet.StartedAt),
        sheet.Items.Any(item => item.Question.Body.HasMath),
        [.. sheet.Items.Select(item =>
        {
            var answer = state.Answer(item.Position);
            return new SittingQuestion(
                item.Position,
                outline.ChapterOf(item.Section)?.Title[language] ?? "",
                Prompt.Of(item.Question, item.OptionOrder, language),
                answer.Seq, answer.Choices, answer.Flagged);
        })]);
}

/// <param name="Seq">The number under which its answer is saved; 0: none yet.</param>
public sealed record SittingQuestion(int Position, string Chapter, Prompt Prompt, long Seq, IReadOnlyList<string> Choices, bool Flagged);
