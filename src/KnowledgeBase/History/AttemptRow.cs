using System.Linq.Expressions;
using KnowledgeBase.Content;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.History;

/// <summary>An attempt as the history speaks of it. What was scored once is shown as it was scored.</summary>
public sealed record AttemptRow(
    Guid Id, string PaperKey, Bilingual Paper, AttemptMode Mode, string Language,
    DateTimeOffset StartedAt, DateTimeOffset? Deadline, DateTimeOffset? ClosedAt,
    double Multiplier, double? Score, int MaximumScore)
{
    internal static readonly Expression<Func<Attempt, AttemptRow>> Of = attempt => new AttemptRow(
        attempt.Id, attempt.PaperKey, attempt.PaperTitle, attempt.Mode, attempt.Language,
        attempt.StartedAt, attempt.Deadline, attempt.ClosedAt,
        attempt.Multiplier, attempt.Score, attempt.MaximumScore)
    {
        Number = attempt.Number,
        Rules = attempt.Rules,
        IsOwn = attempt.Blueprint != null,
        RetryOf = attempt.RetryOf,
    };

    /// <summary>1: the learner's first of this paper in this mode.</summary>
    public int Number { get; init; } = 1;

    internal PaperRules Rules { get; init; } = PaperRules.None;

    /// <summary>Its questions are no stored paper's: the learner's own choice, a review, a retry.</summary>
    public bool IsOwn { get; init; }
    public Guid? RetryOf { get; init; }

    /// <summary>0 to 1, below where confidence costs marks; null while running.</summary>
    public double? Share => Score is { } score && MaximumScore > 0 ? score / MaximumScore : null;

    /// <summary>Null where there is no pass mark, or no score yet.</summary>
    public bool? Passed => Rules.Passed(Share);

    public TimeSpan? Used => ClosedAt - StartedAt;
}
