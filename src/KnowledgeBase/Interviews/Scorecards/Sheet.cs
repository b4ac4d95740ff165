namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What one interviewer has put down so far.</summary>
public sealed record Sheet(IReadOnlyDictionary<(int Position, string Criterion), SavedScore> Scores, IReadOnlyDictionary<int, SavedNote> Notes)
{
    /// <summary>About the session as a whole.</summary>
    public const int General = 0;

    public DateTimeOffset? SavedAt => Scores.Values.Select(one => one.SavedAt).Concat(Notes.Values.Select(one => one.SavedAt)).Max();

    public SavedScore Score(int position, string criterion) => Scores.GetValueOrDefault((position, criterion), SavedScore.None);

    public SavedNote Note(int position) => Notes.GetValueOrDefault(position, SavedNote.None);

    public int Complete(PlannedQuestion question) => question.Criteria.Count(criterion => Score(question.Position, criterion.Id).IsComplete);

    /// <summary>What stands in the way of submitting: the criteria without level or evidence.</summary>
    public IEnumerable<(PlannedQuestion Question, PlannedCriterion Criterion, SavedScore Score)> Missing(Plan plan) =>
        from question in plan.Questions
        from criterion in question.Criteria
        let score = Score(question.Position, criterion.Id)
        where !score.IsComplete
        select (question, criterion, score);
}

/// <param name="Level">1 to 4; 0: not yet chosen.</param>
public sealed record SavedScore(long Seq, int Level, string Evidence, DateTimeOffset? SavedAt = null)
{
    public static readonly SavedScore None = new(0, 0, "");

    public bool HasEvidence => !string.IsNullOrWhiteSpace(Evidence);

    public bool IsComplete => Level >= Consensus.Lowest && HasEvidence;
}

public sealed record SavedNote(long Seq, string Text, DateTimeOffset? SavedAt = null)
{
    public static readonly SavedNote None = new(0, "");
}
