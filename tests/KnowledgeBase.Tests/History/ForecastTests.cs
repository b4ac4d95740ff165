using KnowledgeBase.History.Reviews;

namespace KnowledgeBase.Tests.History;

public class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static IReadOnlyList<ForecastDay> Of(int cap, int leftToday, params int[] daysAhead) => Forecast.Of(Today, daysAhead.Select(Today.AddDays), cap, leftToday);

    [Fact]
    public void What_the_cap_leaves_over_moves_on_to_the_next_day()
    {
        var days = Of(5, 2, [.. Enumerable.Repeat(-3, 4), 0, 0, 1, 2, 2, 2, 2, 2, 2]);

        Assert.Equal([6, 5, 6, 1, 0], days.Take(5).Select(day => day.Due));
        Assert.Equal([2, 5, 5, 1, 0], days.Take(5).Select(day => day.Asked));
        Assert.Equal([4, 0, 1, 0, 0], days.Take(5).Select(day => day.LeftOver));
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_asked_twice()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            int[] ahead = [.. Enumerable.Range(0, random.Next(0, 300)).Select(_ => random.Next(-20, 20))];
            var cap = random.Next(5, 30);
            var days = Of(cap, random.Next(0, cap + 1), ahead);

            Assert.Equal(14, days.Count);
            Assert.Equal(ahead.Count(day => day < 14), days.Sum(day => day.Asked) + days[^1].LeftOver);
            Assert.All(days, day => Assert.InRange(day.Asked, 0, cap));
        }
    }
}
