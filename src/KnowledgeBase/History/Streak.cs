using KnowledgeBase.Shell;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>On how many days in a row something was finished, counted back from today; yesterday will do while today is young.</summary>
internal static class Streak
{
    public static Task<int> ReadAsync(KnowledgeDb db, Guid learner, DateTimeOffset now, TimeZoneInfo zone) => CountAsync(
        db.ClosedOf(learner).OrderByDescending(attempt => attempt.ClosedAt).Select(attempt => attempt.ClosedAt!.Value).AsAsyncEnumerable(), now, zone);

    /// <summary>Reads no further than the first day that was missed.</summary>
    /// <param name="closed">Newest first.</param>
    public static async Task<int> CountAsync(IAsyncEnumerable<DateTimeOffset> closed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        var earliest = today.AddDays(1);
        var days = 0;
        await foreach (var time in closed)
        {
            // A deadline that closed an attempt may lie a moment ahead of this clock.
            var day = zone.DayOf(time) > today ? today : zone.DayOf(time);
            if (day >= earliest)
                continue;
            if (day < earliest.AddDays(-1) && !(days == 0 && day == today.AddDays(-1)))
                break;
            days++;
            earliest = day;
        }
        return days;
    }
}
