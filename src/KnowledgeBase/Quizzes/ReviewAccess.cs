namespace KnowledgeBase.Quizzes;

/// <summary>What the review of a closed attempt may show now, and from when on it shows more.</summary>
public sealed record ReviewAccess(ReviewShows Shows, DateTimeOffset? From = null)
{
    /// <param name="rules">Those the attempt was begun under.</param>
    /// <param name="lastClosing">When the last person's window closes; null if it never does.</param>
    internal static ReviewAccess Of(AttemptMode mode, PaperRules rules, DateTimeOffset? lastClosing, DateTimeOffset now)
    {
        // Practice has explained everything already.
        if (mode != AttemptMode.Exam)
            return new(ReviewShows.Everything);
        if (rules.ReviewAfterWindow && lastClosing > now)
            return new(ReviewShows.NotYet, lastClosing);
        return new(rules.Review switch
        {
            ReviewExtent.Marks => ReviewShows.Marks,
            ReviewExtent.Score => ReviewShows.Score,
            _ => ReviewShows.Everything,
        });
    }
}

public enum ReviewShows
{
    Everything,

    /// <summary>Which questions were right.</summary>
    Marks,

    /// <summary>The score alone.</summary>
    Score,

    /// <summary>The score for now.</summary>
    NotYet,
}
