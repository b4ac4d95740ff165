namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What the final sheets of a session come to.</summary>
/// <param name="Names">Of those who submitted, in the order in which they joined.</param>
public sealed record PanelResults(IReadOnlyList<string> Names, IReadOnlyList<QuestionResult> Questions)
{
    public IEnumerable<CriterionResult> Criteria => Questions.SelectMany(question => question.Criteria);

    /// <summary>How many criteria the panel is two or more levels apart on: what is worth talking about.</summary>
    public int Apart => Criteria.Count(criterion => criterion.Spread > 1);

    internal static PanelResults Of(Plan plan, IReadOnlyList<Panelist> panel, IReadOnlyList<CriterionScore> scores)
    {
        Panelist[] final = [.. panel.Where(panelist => panelist.SubmittedAt is not null)];
        var by = scores.ToDictionary(score => (score.LearnerId, score.Position, score.Criterion));
        return new([.. final.Select(panelist => panelist.Name)], [.. plan.Questions.Select(question => new QuestionResult(question, [.. question.Criteria.Select(criterion =>
            CriterionResult.Of(criterion, [.. final.Select(panelist => by.GetValueOrDefault((panelist.LearnerId, question.Position, criterion.Id)) is { } score
                ? new GivenScore(panelist.Name, score.Level, score.Evidence)
                : new GivenScore(panelist.Name, 0, ""))]))]))]);
    }
}

public sealed record QuestionResult(PlannedQuestion Question, IReadOnlyList<CriterionResult> Criteria);

/// <param name="Scores">In the order of <see cref="PanelResults.Names"/>.</param>
public sealed record CriterionResult(PlannedCriterion Criterion, int? Median, int Spread, IReadOnlyList<GivenScore> Scores)
{
    internal static CriterionResult Of(PlannedCriterion criterion, IReadOnlyList<GivenScore> scores)
    {
        int[] levels = [.. scores.Where(score => score.Level > 0).Select(score => score.Level)];
        return new(criterion, Consensus.Median(levels), Consensus.Spread(levels), scores);
    }

    /// <summary>Where the panel is apart, the ends of it are marked.</summary>
    public ScoreEnd End(GivenScore score)
    {
        if (Spread < 2)
            return ScoreEnd.None;
        var levels = Scores.Where(one => one.Level > 0).Select(one => one.Level);
        return score.Level == levels.Max() ? ScoreEnd.Highest : score.Level == levels.Min() ? ScoreEnd.Lowest : ScoreEnd.None;
    }
}

public sealed record GivenScore(string Name, int Level, string Evidence);

public enum ScoreEnd
{
    None,
    Lowest,
    Highest,
}
