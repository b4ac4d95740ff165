namespace KnowledgeBase.History.Reviews;

/// <summary>One day of the forecast.</summary>
/// <param name="Due">What falls due on that day or was left over from the days before.</param>
/// <param name="Asked">As many of them as the daily cap lets through; the rest moves on to the next day.</param>
public sealed record ForecastDay(DateOnly Day, int Due, int Asked)
{
    public int LeftOver => Due - Asked;
}

/// <summary>
/// How many reviews the coming days bring, from what is known: the due dates and the cap. It does not guess how the answers
/// will turn out, so the later days are lower bounds.
/// </summary>
internal static class Forecast
{
    public const int Days = 14;

    /// <param name="due">The days on which cards fall due; earlier ones count for today.</param>
    /// <param name="leftToday">What today's cap still lets through.</param>
    public static IReadOnlyList<ForecastDay> Of(DateOnly today, IEnumerable<DateOnly> due, int cap, int leftToday)
    {
        var falling = new int[Days];
        foreach (var day in due)
        {
            var index = Math.Max(0, day.DayNumber - today.DayNumber);
            if (index < Days)
                falling[index]++;
        }

        var days = new List<ForecastDay>(Days);
        for (var index = 0; index < Days; index++)
        {
            var waiting = falling[index] + (index == 0 ? 0 : days[^1].LeftOver);
            days.Add(new(today.AddDays(index), waiting, Math.Min(waiting, index == 0 ? leftToday : cap)));
        }
        return days;
    }
}
