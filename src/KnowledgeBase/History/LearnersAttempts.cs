using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>
/// The two halves of a learner's attempts. Every query of the history starts from one of them, so that the index
/// (LearnerId, ClosedAt, StartedAt) serves them all and nobody else's rows are ever touched.
/// </summary>
internal static class LearnersAttempts
{
    public static IQueryable<Attempt> ClosedOf(this KnowledgeDb db, Guid learner) =>
        db.Set<Attempt>().AsNoTracking().Where(attempt => attempt.LearnerId == learner && attempt.ClosedAt != null);

    public static IQueryable<Attempt> RunningOf(this KnowledgeDb db, Guid learner) =>
        db.Set<Attempt>().AsNoTracking().Where(attempt => attempt.LearnerId == learner && attempt.ClosedAt == null);

    public static IQueryable<Attempt> NewestFirst(this IQueryable<Attempt> closed) =>
        closed.OrderByDescending(attempt => attempt.ClosedAt).ThenByDescending(attempt => attempt.Id);
}
