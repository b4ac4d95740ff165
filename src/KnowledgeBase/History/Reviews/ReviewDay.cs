namespace KnowledgeBase.History.Reviews;

/// <summary>Today as the review page shows it.</summary>
public sealed record ReviewDay
{
    /// <summary>All that are due, whatever the cap.</summary>
    public required int Due { get; init; }

    /// <summary>Of them those that are still to be asked today.</summary>
    public required int ToAsk { get; init; }

    /// <summary>How many were due and have been answered today.</summary>
    public required int Done { get; init; }
    public required int Cap { get; init; }

    /// <summary>How many questions come up for review some day.</summary>
    public required int Kept { get; init; }
    public required IReadOnlyList<ForecastDay> Forecast { get; init; }

    /// <summary>A review that was begun and not handed in.</summary>
    public required Guid? Running { get; init; }
    public required LastGrade? Last { get; init; }

    public static readonly ReviewDay Nothing = new()
    {
        Due = 0,
        ToAsk = 0,
        Done = 0,
        Cap = ReviewPlan.DefaultCap,
        Kept = 0,
        Forecast = [],
        Running = null,
        Last = null,
    };
}

/// <summary>The latest answer that moved a question's next date, and can be taken back.</summary>
/// <param name="Forgotten">It was wrong.</param>
/// <param name="Stem">HTML of our own renderer.</param>
public sealed record LastGrade(long Id, bool Forgotten, DateTimeOffset At, string Stem, bool HasMath);
