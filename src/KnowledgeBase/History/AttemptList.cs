using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>One page of a learner's closed attempts, newest first.</summary>
/// <param name="Older">Where the next page begins; null on the last.</param>
/// <param name="Newer">Where the page before ends; null on the first.</param>
/// <param name="IsFirst">Nothing was skipped.</param>
internal sealed record AttemptList(IReadOnlyList<AttemptRow> Rows, ListPlace? Older, ListPlace? Newer, bool IsFirst)
{
    public const int Size = 25;

    /// <summary>The page after <paramref name="before"/>, or that before <paramref name="after"/>, or the first.</summary>
    public static async Task<AttemptList> ReadAsync(KnowledgeDb db, Guid learner, ListPlace? before, ListPlace? after, AttemptFilter? filter = null)
    {
        var closed = filter?.Apply(db.ClosedOf(learner)) ?? db.ClosedOf(learner);
        if (before is null && after is not null)
        {
            var newer = await FirstAsync(after.Newer(closed).OrderBy(attempt => attempt.ClosedAt).ThenBy(attempt => attempt.Id), filter);
            // Too near the top for a whole page: show the first one instead.
            if (newer.Count > Size)
            {
                newer.RemoveAt(Size);
                newer.Reverse();
                return new(newer, ListPlace.Of(newer[^1]), ListPlace.Of(newer[0]), IsFirst: false);
            }
        }

        var rows = await FirstAsync((before is null ? closed : before.Older(closed)).NewestFirst(), filter);
        var more = rows.Count > Size;
        if (more)
            rows.RemoveAt(Size);
        return new(rows, more ? ListPlace.Of(rows[^1]) : null, before is not null && rows.Count > 0 ? ListPlace.Of(rows[0]) : null, before is null);
    }

    /// <summary>One row more than is shown tells whether there is another page.</summary>
    private static async Task<List<AttemptRow>> FirstAsync(IQueryable<Attempt> ordered, AttemptFilter? filter)
    {
        if (filter?.Passed is not { } passed)
            return await ordered.Take(Size + 1).Select(AttemptRow.Of).ToListAsync();

        // The pass mark stands inside the rules that each attempt keeps: rows are judged as they come, until there are enough.
        var rows = new List<AttemptRow>();
        await foreach (var row in ordered.Select(AttemptRow.Of).AsAsyncEnumerable())
        {
            if (row.Passed == passed)
                rows.Add(row);
            if (rows.Count > Size)
                break;
        }
        return rows;
    }
}
