namespace KnowledgeBase.Teams.Assignments;

/// <summary>How far a member is with an assigned paper.</summary>
public enum AssignmentState
{
    Done,
    DoneLate,
    Open,
    Overdue,

    /// <summary>Joined after it was due, so it is none of theirs.</summary>
    NotAsked,
}

/// <param name="DoneAt">When they first closed the paper since it was assigned.</param>
/// <param name="Times">How often they closed it since then.</param>
/// <param name="Share">Of the marks, by the paper's own rule over the exams since then; null where they only practised.</param>
public sealed record MemberResult(AssignmentState State, DateTimeOffset? DoneAt = null, int Times = 0, double? Share = null, bool? Passed = null)
{
    public bool IsDone => State is AssignmentState.Done or AssignmentState.DoneLate;

    internal static AssignmentState StateOf(DateTimeOffset? done, DateTimeOffset due, DateTimeOffset joined, DateTimeOffset now) =>
        done <= due ? AssignmentState.Done
        : done is not null ? AssignmentState.DoneLate
        : now <= due ? AssignmentState.Open
        : joined > due ? AssignmentState.NotAsked
        : AssignmentState.Overdue;
}

/// <summary>How many members are how far. Those not asked are not counted.</summary>
public sealed record AssignmentCounts(int Done, int DoneLate, int Open, int Overdue)
{
    public int Asked => Done + DoneLate + Open + Overdue;

    internal static AssignmentCounts Of(IReadOnlyCollection<MemberResult> results)
    {
        return new(Count(AssignmentState.Done), Count(AssignmentState.DoneLate), Count(AssignmentState.Open), Count(AssignmentState.Overdue));

        int Count(AssignmentState state) => results.Count(result => result.State == state);
    }
}
