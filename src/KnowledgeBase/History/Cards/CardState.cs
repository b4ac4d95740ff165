namespace KnowledgeBase.History.Cards;

/// <summary>
/// What a card holds, and the one rule by which an answer changes it. Days of review are UTC days: a card is written when an
/// attempt closes, which may happen with nobody there whose time zone could be asked, and both ends must agree on the day.
/// </summary>
internal sealed record CardState(
    double LastMark, DateTimeOffset LastSeenAt, int RightInARow, bool IsWrong, Memory? Memory, DateTimeOffset? ReviewedAt, DateTimeOffset? DueAt)
{
    /// <summary>So many right answers in a row take a question out of the wrong-answer book.</summary>
    private const int RightToLeave = 2;

    /// <summary>Where this moment's day of review begins.</summary>
    public static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    public static CardState After(CardState? before, Sight sight)
    {
        // An attempt whose time ran out may be closed after a later one: what is known by then is newer.
        if (before is not null && sight.At < before.LastSeenAt)
            return before;

        var inARow = sight.IsRight ? (before?.RightInARow ?? 0) + 1 : 0;
        var isWrong = !sight.IsRight || (before is { IsWrong: true } && inARow < RightToLeave);
        var seen = new CardState(sight.Mark, sight.At, inARow, isWrong, before?.Memory, before?.ReviewedAt, before?.DueAt);
        return GradeOf(before, sight) is { } grade ? seen.Graded(grade, sight.At) : seen;
    }

    /// <summary>Null where spaced review learns nothing: nothing was answered, or it is not the day's first answer.</summary>
    public static Grade? GradeOf(CardState? before, Sight sight)
    {
        if (!sight.Answered || (before?.ReviewedAt is { } reviewed && Day(sight.At) <= Day(reviewed)) || sight.At < before?.LastSeenAt)
            return null;
        if (!sight.IsRight)
            return Grade.Again;
        // Never easy: a quick answer may be a guess.
        return sight.IsRetry || sight.Confidence == Sight.LowConfidence ? Grade.Hard : Grade.Good;
    }

    private CardState Graded(Grade grade, DateTimeOffset at)
    {
        var memory = Memory is { } known && ReviewedAt is { } last
            ? Fsrs.Default.Next(known, grade, (Day(at) - Day(last)).Days)
            : Fsrs.Default.First(grade);
        return this with { Memory = memory, ReviewedAt = at, DueAt = Day(at).AddDays(Fsrs.Default.Interval(memory.Stability)) };
    }
}

/// <summary>A question met once more.</summary>
/// <param name="Mark">0 to 1; unanswered is 0.</param>
/// <param name="Confidence">0: not said; 1 low, 2 middle, 3 high.</param>
/// <param name="IsRetry">It was asked again because it had just been wrong.</param>
internal sealed record Sight(DateTimeOffset At, double Mark, bool Answered, int Confidence, bool IsRetry)
{
    public const int LowConfidence = 1;

    /// <summary>Half right is not known.</summary>
    public bool IsRight => Mark >= 1;
}
