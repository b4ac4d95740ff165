using KnowledgeBase.History;

namespace KnowledgeBase.Tests.History;

public class StreakTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static async Task<int> CountAsync(TimeZoneInfo zone, params double[] hoursAgo) =>
        await Streak.CountAsync(hoursAgo.Order().Select(hours => Noon.AddHours(-hours)).ToAsyncEnumerable(), Noon, zone);

    [Fact]
    public async Task Nobody_who_did_nothing_has_a_streak() => Assert.Equal(0, await CountAsync(TimeZoneInfo.Utc));

    [Fact]
    public async Task Several_quizzes_on_one_day_are_one_day() => Assert.Equal(1, await CountAsync(TimeZoneInfo.Utc, 1, 2, 3));

    [Fact]
    public async Task Days_that_follow_each_other_add_up() => Assert.Equal(3, await CountAsync(TimeZoneInfo.Utc, 1, 20, 25, 48));

    [Fact]
    public async Task A_missed_day_ends_it() => Assert.Equal(2, await CountAsync(TimeZoneInfo.Utc, 1, 24, 72, 96));

    [Fact]
    public async Task Yesterday_will_do_while_today_is_young() => Assert.Equal(2, await CountAsync(TimeZoneInfo.Utc, 24, 48));

    [Fact]
    public async Task The_day_before_yesterday_is_too_long_ago() => Assert.Equal(0, await CountAsync(TimeZoneInfo.Utc, 48, 72));

    [Fact]
    public async Task Midnight_lies_between_two_days() =>
        Assert.Equal(2, await CountAsync(TimeZoneInfo.Utc, 12 - 1 / 60.0, 12 + 1 / 60.0));

    [Fact]
    public async Task Midnight_is_the_readers_own()
    {
        // Monday evening, Tuesday before breakfast and Wednesday evening in Shanghai; in UTC, Monday twice and Wednesday.
        double[] hoursAgo = [0, 36.5, 48];

        Assert.Equal(3, await CountAsync(Shanghai, hoursAgo));
        Assert.Equal(1, await CountAsync(TimeZoneInfo.Utc, hoursAgo));
    }

    [Fact]
    public async Task It_reads_no_further_than_the_first_gap()
    {
        var read = 0;
        async IAsyncEnumerable<DateTimeOffset> Closed()
        {
            foreach (var day in (int[])[0, 1, 5, 6, 7])
            {
                read++;
                await Task.Yield();
                yield return Noon.AddDays(-day);
            }
        }

        Assert.Equal(2, await Streak.CountAsync(Closed(), Noon, TimeZoneInfo.Utc));
        Assert.Equal(3, read);
    }
}
