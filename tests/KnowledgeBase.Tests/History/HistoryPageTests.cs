using System.Net;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class HistoryPageTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    [Theory]
    [InlineData("zh", "还没有成绩")]
    [InlineData("en", "No scores yet")]
    public async Task A_visitor_is_told_what_will_be_here_and_gets_no_cookie(string language, string heading)
    {
        using var response = await site.Browser().GetAsync($"/{language}/history", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await HistorySite.PageAsync(site.Browser(), $"/{language}/history");
        Assert.Equal(heading, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal($"/{language}/quizzes", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".tiles"));
    }

    [Fact]
    public async Task A_learner_without_attempts_sees_the_same_as_a_visitor()
    {
        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(await site.LearnerAsync()));

        Assert.NotNull(page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Every_figure_of_one_attempt_is_shown_and_leads_to_its_review()
    {
        var questions = await site.ChapterAsync("figures", 3);
        var learner = await site.LearnerAsync();
        var id = await site.ClosedAsync(learner, Now, "Optimizers", (questions[0], 1), (questions[1], .5));

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        var row = page.QuerySelector("#attempts tbody tr")!;
        Assert.StartsWith("Optimizers", row.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("75%", row.QuerySelector("b")!.TextContent);
        Assert.Equal("1.5 / 2", row.QuerySelector(".points")!.TextContent);
        Assert.Contains("10:00", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("×1", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/en/attempts/{id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["1", "75%", "10 min", "1 day"], page.QuerySelectorAll(".tile b").Select(tile => tile.TextContent));
        Assert.Equal(Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), row.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.EndsWith(" UTC", row.QuerySelector("time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_the_readers_own_once_the_browser_told_its_zone()
    {
        var learner = await site.LearnerAsync();
        await site.ClosedAsync(learner, Now, "Zone", (await site.ChapterAsync("zone", 1)).Select(question => (question, 1.0)).ToArray());

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner, "Asia/Shanghai"));
        var odd = await HistorySite.PageAsync(await site.BrowserOfAsync(learner, "Mars/Olympus"));

        Assert.Equal(Now.UtcDateTime.AddHours(8).ToString("yyyy-MM-dd HH:mm"), page.QuerySelector("#attempts time")!.TextContent);
        Assert.EndsWith(" UTC", odd.QuerySelector("#attempts time")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_attempts_never_appear()
    {
        var questions = (await site.ChapterAsync("others", 1)).Select(question => (question, 1.0)).ToArray();
        var (mine, theirs) = (await site.LearnerAsync(), await site.LearnerAsync());
        await site.ClosedAsync(mine, Now, "Mine", questions);
        await site.ClosedAsync(theirs, Now, "Theirs", questions);
        await site.RunningAsync(theirs, "Their running one", Now.AddHours(1));

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(mine));

        Assert.DoesNotContain("Their", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector(".tile b")!.TextContent);
    }

    [Fact]
    public async Task Running_attempts_come_first_and_can_be_continued()
    {
        var learner = await site.LearnerAsync();
        var running = await site.RunningAsync(learner, "Open", deadline: null);

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        var link = page.QuerySelector(".running a")!;
        Assert.Equal($"/en/attempts/{running}", link.GetAttribute("href"));
        Assert.Equal("Continue", link.TextContent);
        Assert.Null(page.QuerySelector(".tiles"));
        Assert.Contains("Finished quizzes will appear here", page.QuerySelector("#attempts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_whose_time_ran_out_is_not_scored_here_but_by_its_link()
    {
        var learner = await site.LearnerAsync();
        var running = await site.RunningAsync(learner, "Late", Now.AddMinutes(-1));

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        Assert.Equal("See the result", page.QuerySelector(".running a")!.TextContent);
        Assert.Equal($"/en/attempts/{running}", page.QuerySelector(".running a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("#attempts tbody"));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Only_guests_are_told_that_registering_keeps_it(bool registered, bool told)
    {
        var learner = await site.LearnerAsync(registered);
        await site.RunningAsync(learner, "Any", deadline: null);

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        Assert.Equal(told, page.QuerySelector(".notice") is not null);
    }

    [Fact]
    public async Task A_forgotten_sitting_does_not_count_as_a_night_of_work()
    {
        var questions = await site.ChapterAsync("night", 1);
        var learner = await site.LearnerAsync();
        var id = await site.ClosedAsync(learner, Now, "Overnight", (questions[0], 1));
        await site.ClosedAsync(learner, Now, "Short", (questions[0], 1));
        await using (var db = await site.OpenDatabaseAsync())
        {
            var early = Now.AddHours(-30).ToUnixTimeMilliseconds();
            await db.Database.ExecuteSqlAsync($"""UPDATE "Attempts" SET "StartedAt" = {early} WHERE "Id" = {id}""", TestContext.Current.CancellationToken);
        }

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        Assert.Equal("2 h 10 min", page.QuerySelectorAll(".tile b")[2].TextContent);
        Assert.Contains("30:00:00", page.QuerySelector("#attempts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_kept_nowhere()
    {
        using var response = await site.Browser().GetAsync("/en/history", TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
