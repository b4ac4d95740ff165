using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>
/// Told of questions as they are graded, inside the very transaction that stores their marks, so that what is derived from
/// marks is never behind them. Runs on the write queue: it may only read and write through the <see cref="Writer"/>.
/// </summary>
internal delegate void AttemptGraded(Writer writer, GradedAttempt graded);

/// <param name="Items">Those graded now: all of an attempt, or one that was checked in practice. None comes twice.</param>
internal sealed record GradedAttempt(AttemptSheet Sheet, DateTimeOffset At, IReadOnlyList<GradedItem> Items);

/// <param name="Mark">0 to 1.</param>
/// <param name="Confidence">0: not said; 1 low, 2 middle, 3 high.</param>
internal sealed record GradedItem(SheetItem Item, double Mark, bool Answered, int Confidence);
