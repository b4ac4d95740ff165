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
        attempt.Multiplier, attempt.Score, attempt.MaximumScore);

    /// <summary>0 to 1; null while running.</summary>
    public double? Share => Score is { } score && MaximumScore > 0 ? score / MaximumScore : null;

    public TimeSpan? Used => ClosedAt - StartedAt;
}
