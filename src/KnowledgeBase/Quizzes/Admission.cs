namespace KnowledgeBase.Quizzes;

/// <summary>Whether somebody may begin now. Pure: the rules, what they sat so far, and the time.</summary>
internal static class Admission
{
    /// <param name="rules">As they are for this person.</param>
    /// <param name="ended">When each exam of theirs on this paper ended.</param>
    /// <returns>Null: go ahead.</returns>
    public static Refusal? Check(PaperRules rules, AttemptMode mode, IReadOnlyCollection<DateTimeOffset> ended, DateTimeOffset now)
    {
        if (mode != AttemptMode.Exam && rules.ExamOnly)
            return new(RefusalReason.ExamOnly);
        if (rules.OpensAt > now)
            return new(RefusalReason.NotOpenYet, rules.OpensAt);
        // Practice explains the answers, which others are still asked for.
        if (mode != AttemptMode.Exam)
            return rules.ReviewAfterWindow && rules.ClosesAt > now ? new(RefusalReason.PracticeLater, rules.ClosesAt) : null;

        if (rules.ClosesAt <= now)
            return new(RefusalReason.Closed, rules.ClosesAt);
        if (ended.Count >= rules.MostAttempts)
            return new(RefusalReason.NoneLeft, Attempts: rules.MostAttempts);
        var next = ended.Count == 0 ? now : ended.Max().AddMinutes(rules.WaitMinutes);
        return next > now ? new(RefusalReason.TooSoon, next) : null;
    }
}

/// <summary>Why an attempt may not begin, and when it may if ever.</summary>
public sealed record Refusal(RefusalReason Reason, DateTimeOffset? When = null, int? Attempts = null);

public enum RefusalReason
{
    ExamOnly,
    NotOpenYet,
    Closed,
    NoneLeft,
    TooSoon,
    PracticeLater,
}
