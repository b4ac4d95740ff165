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
    public static async Task<AttemptList> ReadAsync(KnowledgeDb db, Guid learner, ListPlace? before, ListPlace? after)
    {
        var closed = db.ClosedOf(learner);
        if (before is null && after is not null)
        {
            var newer = await after.Newer(closed)
                .OrderBy(attempt => attempt.ClosedAt).ThenBy(attempt => attempt.Id)
                .Take(Size + 1).Select(AttemptRow.Of).ToListAsync();
            // Too near the top for a whole page: show the first one instead.
            if (newer.Count > Size)
            {
                newer.RemoveAt(Size);
                newer.Reverse();
                return new(newer, ListPlace.Of(newer[^1]), ListPlace.Of(newer[0]), IsFirst: false);
            }
        }

        // One row more than is shown tells whether there is another page.
        var rows = await (before is null ? closed : before.Older(closed))
            .NewestFirst().Take(Size + 1).Select(AttemptRow.Of).ToListAsync();
        var more = rows.Count > Size;
        if (more)
            rows.RemoveAt(Size);
        return new(rows, more ? ListPlace.Of(rows[^1]) : null, before is not null && rows.Count > 0 ? ListPlace.Of(rows[0]) : null, before is null);
    }
}
