using KnowledgeBase.Shell;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Charts;

/// <summary>How many quizzes were finished on each of the latest days, by the reader's own days.</summary>
internal static class StudyCalendar
{
    public const int Weeks = 52;

    private const long Hour = 3_600_000;

    /// <summary>Whole weeks from Monday on; the last day is today.</summary>
    public static async Task<IReadOnlyList<CalendarDay>> ReadAsync(KnowledgeDb db, Guid learner, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.DayOf(now);
        var first = FirstDay(today);
        var counts = new Dictionary<DateOnly, int>();
        foreach (var (from, to, offset) in Stretches(first, today, zone))
        {
            // Times are stored as milliseconds (see KnowledgeDb); the casts let the database count the days itself.
            var milliseconds = (long)offset.TotalMilliseconds;
            var days = await db.ClosedOf(learner).Where(attempt => attempt.ClosedAt >= from && attempt.ClosedAt < to)
                .GroupBy(attempt => ((long)(object)attempt.ClosedAt!.Value + milliseconds) / (24 * Hour))
                .Select(day => new { day.Key, Count = day.Count() }).ToListAsync();
            foreach (var day in days)
                counts[DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day.Key))] = day.Count;
        }
        return [.. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => new CalendarDay(day, counts.GetValueOrDefault(day)))];
    }

    private static DateOnly FirstDay(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return monday.AddDays(-7 * (Weeks - 1));
    }

    /// <summary>The time between two changes of the clocks is one stretch, so there are at most three in a year.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset To, TimeSpan Offset)> Stretches(DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        var stretches = new List<(DateTimeOffset From, DateTimeOffset To, TimeSpan Offset)>();
        var end = zone.Midnight(last.AddDays(1));
        for (var hour = zone.Midnight(first); hour < end; hour = hour.AddHours(1))
        {
            var offset = zone.GetUtcOffset(hour);
            if (stretches.Count > 0 && stretches[^1].Offset == offset)
                stretches[^1] = stretches[^1] with { To = hour.AddHours(1) };
            else
                stretches.Add((hour, hour.AddHours(1), offset));
        }
        // A deadline that closed an attempt may lie a moment ahead of this clock; it is today's.
        stretches[^1] = stretches[^1] with { To = end };
        return stretches;
    }
}

/// <param name="Count">Quizzes finished.</param>
public sealed record CalendarDay(DateOnly Day, int Count)
{
    /// <summary>0 to 3, for the ink.</summary>
    public int Level => Count switch { 0 => 0, 1 => 1, <= 3 => 2, _ => 3 };
}
