using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>How many attempts a learner closed and how long they answered.</summary>
public sealed record Totals(int Closed, TimeSpan Answering)
{
    /// <summary>Practice has no deadline: one left open overnight must not count as a night of work.</summary>
    public static readonly TimeSpan LongestSitting = TimeSpan.FromHours(2);

    internal static async Task<Totals> ReadAsync(KnowledgeDb db, Guid learner)
    {
        var longest = (long)LongestSitting.TotalMilliseconds;
        // Times are stored as milliseconds (see KnowledgeDb); the casts let the database subtract them.
        var sums = await db.ClosedOf(learner)
            .Select(attempt => (long)(object)attempt.ClosedAt!.Value - (long)(object)attempt.StartedAt)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Used = all.Sum(used => used > longest ? longest : used) })
            .SingleOrDefaultAsync();
        return sums is null ? new(0, TimeSpan.Zero) : new(sums.Count, TimeSpan.FromMilliseconds(sums.Used));
    }
}
