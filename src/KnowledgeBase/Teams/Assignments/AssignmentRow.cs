using KnowledgeBase.Content;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>An assignment as every member sees it.</summary>
/// <param name="IsOffered">The paper can still be sat.</param>
/// <param name="Counts">Null of an interview: nobody hands one in.</param>
/// <param name="Mine">The reader's own; null of an interview.</param>
public sealed record AssignmentRow(
    Guid Id, AssignmentKind Kind, string Key, Bilingual Title, DateTimeOffset DueAt, DateTimeOffset CreatedAt, bool IsOffered, AssignmentCounts? Counts, MemberResult? Mine)
{
    /// <summary>Where it is done or held; null if there is nowhere to go.</summary>
    public string? Address(string language) => Kind switch
    {
        AssignmentKind.Interview => MeetingPlace.Address(Key, language),
        _ => IsOffered ? $"/{language}/quizzes/{Key}" : null,
    };
}

/// <summary>The same as leads see it, with everybody's results.</summary>
public sealed record AssignmentSheet(AssignmentRow Assignment, IReadOnlyList<MemberSheet> Members);

public sealed record MemberSheet(MemberRow Member, MemberResult Result);

/// <summary>Something a learner has yet to do for a team of theirs.</summary>
public sealed record DueRow(Guid Team, string TeamName, AssignmentKind Kind, string Key, Bilingual Title, DateTimeOffset DueAt)
{
    public string? Address(string language) => Kind == AssignmentKind.Interview ? MeetingPlace.Address(Key, language) : $"/{language}/quizzes/{Key}";
}
