namespace KnowledgeBase.Quizzes;

/// <summary>What an author wants to have judged anew.</summary>
/// <param name="Versions">Ids of the versions whose marks may change.</param>
internal sealed record RegradeWish(int QuestionId, IReadOnlyList<int> Versions, RegradeRule Rule, string Reason)
{
    public const int LongestReason = 500;
}

/// <summary>What would change, down to the last mark: what is shown before is exactly what is done after.</summary>
/// <param name="Asked">Closed attempts that were asked one of these versions.</param>
/// <param name="Unjudged">Of them those whose answer the new key cannot judge, because an option is gone or the kind changed; they stay as they are.</param>
/// <param name="Fingerprint">Of every change: equal only if nothing came in between.</param>
public sealed record RegradePlan(int Asked, int Unjudged, IReadOnlyList<RegradeChange> Changes, string Fingerprint)
{
    public int Up => Changes.Count(change => change.After > change.Before);

    /// <summary>How many scores change; with confidence some marks change none.</summary>
    public int Scores => Changes.Where(change => change.ScoreAfter != change.ScoreBefore).DistinctBy(change => change.Attempt).Count();
}

/// <param name="Paper">The paper's key.</param>
public readonly record struct RegradeChange(
    Guid Attempt, string Paper, int Position, double Before, double After, double ScoreBefore, double ScoreAfter, int MaximumScore);

/// <summary>
/// Told of a regrade inside its transaction, with the keys of the papers whose attempts changed, so that what was computed from
/// the old marks is gone with them.
/// </summary>
internal delegate void AttemptsRegraded(Storage.Writer writer, IReadOnlyCollection<string> papers);
