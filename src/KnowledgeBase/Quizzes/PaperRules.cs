namespace KnowledgeBase.Quizzes;

/// <summary>How a paper may be sat, scored and looked at afterwards. What is not said is free: that is how most papers are.</summary>
public sealed record PaperRules
{
    public static readonly PaperRules None = new();

    /// <summary>In percent of the marks; null: nobody fails.</summary>
    public int? PassMark { get; init; }

    /// <summary>How many exams somebody may sit; null: any number. Practice is not counted.</summary>
    public int? MostAttempts { get; init; }

    /// <summary>Minutes from the end of one exam to the beginning of the next.</summary>
    public int WaitMinutes { get; init; }

    /// <summary>Which of several exams is somebody's result.</summary>
    public CountedScore Counted { get; init; }

    /// <summary>What an exam's review shows once it may be seen.</summary>
    public ReviewExtent Review { get; init; }

    /// <summary>The review waits until the window has closed, so that nobody tells the others.</summary>
    public bool ReviewAfterWindow { get; init; }

    /// <summary>A multiple question is right or wrong, without partial marks.</summary>
    public bool AllOrNothing { get; init; }

    public ConfidenceUse Confidence { get; init; }

    /// <summary>A time multiplier that everybody has; null: the learner chooses.</summary>
    public double? Multiplier { get; init; }

    /// <summary>Only an exam; practice would show the answers.</summary>
    public bool ExamOnly { get; init; }

    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>No exam begins after this; one that is running keeps its time.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>As they are for one person.</summary>
    internal PaperRules For(PaperOverride? person) => person is null ? this : this with
    {
        Multiplier = person.Multiplier ?? Multiplier,
        MostAttempts = person.MostAttempts ?? MostAttempts,
        OpensAt = person.OpensAt ?? OpensAt,
        ClosesAt = person.ClosesAt ?? ClosesAt,
    };

    /// <summary>Null: nobody fails, or there is no score.</summary>
    /// <param name="share">0 to 1.</param>
    public bool? Passed(double? share) => PassMark is { } mark && share is { } reached ? (reached * 100) + 1e-9 >= mark : null;
}

public enum CountedScore
{
    Best,
    First,
    Last,
    Average,
}

public enum ReviewExtent
{
    /// <summary>Questions, key, reasons and explanations.</summary>
    Everything,

    /// <summary>Which questions were right, but not what would have been.</summary>
    Marks,

    /// <summary>The score alone.</summary>
    Score,
}

/// <summary>Whether people say how sure they are.</summary>
public enum ConfidenceUse
{
    None,

    /// <summary>For the calibration chart only.</summary>
    Asked,

    /// <summary>It makes the score: right 1, 2 or 3, wrong 0, −2 or −6 (Gardner-Medwin 1995).</summary>
    Scored,
}
