namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Where somebody sits in a session, and so what they may see and do. There is none for anybody who has no place in it.</summary>
internal sealed record Seat(Interview Interview, Guid Learner, IReadOnlyList<Panelist> Panel)
{
    public bool IsOwner => Interview.OwnerId == Learner;

    public bool IsCandidate => Interview.CandidateId == Learner;

    public bool IsSelf => Interview.Kind == InterviewKind.Self;

    /// <summary>Their own place on the panel.</summary>
    public Panelist? Own => Panel.FirstOrDefault(panelist => panelist.LearnerId == Learner);

    public bool HasSubmitted => Own is { SubmittedAt: not null };

    public int Submitted => Panel.Count(panelist => panelist.SubmittedAt is not null);

    /// <summary>May know who has submitted, though not yet what.</summary>
    public bool SeesPanel => IsOwner || Own is not null;

    /// <summary>
    /// Whoever scores sees the others' scores only after their own are final. An owner who does not score might still lean on
    /// those who do, so they wait for all of them, or for the end.
    /// </summary>
    public bool SeesResults => Own is { } own
        ? own.SubmittedAt is not null
        : IsOwner && Submitted > 0 && (Submitted == Panel.Count || Interview.EndedAt is not null);

    public bool SeesReport => (IsCandidate && Interview.SharedAt is not null) || (IsOwner && SeesResults);

    /// <summary>Nobody may read the others' scores first and sit down on the panel afterwards.</summary>
    public bool OwnerMayJoin => IsOwner && Own is null && Submitted == 0 && Interview.EndedAt is null;

    public bool MayShare => IsOwner && SeesResults && Interview is { EndedAt: not null, SharedAt: null };
}
