using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using KnowledgeBase.History.Charts;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class HistoryDepthTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    private static string[] Titles(IHtmlDocument page) => [.. page.QuerySelectorAll("#attempts tbody th").Select(cell => cell.FirstChild!.TextContent.Trim())];

    [Fact]
    public async Task The_list_is_filtered_by_paper_mode_day_and_outcome_and_pages_on()
    {
        var questions = await site.ChapterAsync("filters", 2);
        var learner = await site.LearnerAsync();
        var browser = await site.BrowserOfAsync(learner);
        await site.ClosedAsync(learner, [(questions[0], 1.0)], [.. Enumerable.Range(1, 30).Select(number => (Now.AddDays(-number), $"{number}"))]);
        await site.SatAsync(learner, Now.AddDays(-40), 50, [(questions[0], "a"), (questions[1], "b")]);
        await site.SatAsync(learner, Now.AddDays(-41), 51, [(questions[0], "a"), (questions[1], "b")]);

        var from = Now.AddDays(-29).ToString("yyyy-MM-dd");
        var to = Now.AddDays(-3).ToString("yyyy-MM-dd");
        var first = await HistorySite.PageAsync(browser, $"/en/history?paper=paper&mode=exam&from={from}&to={to}");
        Assert.Equal(25, Titles(first).Length);
        Assert.Equal("3", Titles(first)[0]);
        Assert.Null(first.QuerySelector(".tiles"));
        Assert.Equal(from, first.QuerySelector("#filter-from")!.GetAttribute("value"));
        var second = await HistorySite.PageAsync(browser, first.QuerySelector("#attempts a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["28", "29"], Titles(second));
        Assert.Equal(Titles(first), Titles(await HistorySite.PageAsync(browser, $"/en/history?from={from}&to={to}")));

        Assert.Contains("Passed", (await HistorySite.PageAsync(browser, "/en/history?result=passed")).QuerySelector("#attempts tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["sat"], Titles(await HistorySite.PageAsync(browser, "/en/history?result=failed")));
        Assert.Empty(Titles(await HistorySite.PageAsync(browser, "/en/history?mode=practice")));
        Assert.Empty(Titles(await HistorySite.PageAsync(browser, "/en/history?paper=other")));
        Assert.Equal(25, Titles(await HistorySite.PageAsync(browser, "/en/history?mode=nonsense&from=yesterday&result=2")).Length);
    }

    [Theory]
    [InlineData("zh", "两次对比")]
    [InlineData("en", "Two attempts compared")]
    public async Task Two_sittings_of_one_paper_stand_side_by_side(string language, string heading)
    {
        var questions = await site.ChapterAsync("compare-" + language, 3);
        var learner = await site.LearnerAsync();
        var browser = await site.BrowserOfAsync(learner);
        var earlier = await site.SatAsync(learner, Now.AddDays(-2), (questions[0], "b"), (questions[1], "a"));
        var later = await site.SatAsync(learner, Now.AddDays(-1), (questions[0], "a"), (questions[2], "a"));

        var list = await HistorySite.PageAsync(browser, $"/{language}/history");
        Assert.NotNull(list.QuerySelector($"a[href='/{language}/history/compare?a={later}']"));
        var page = await HistorySite.PageAsync(browser, $"/{language}/history/compare?a={later}");

        Assert.Contains(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["50%", "100%", "↑ 50"], page.QuerySelectorAll(".tile b").Select(tile => tile.TextContent.Trim()));
        var rows = page.QuerySelectorAll("section")[1].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));
        Assert.Equal(["0 1 ↑ 1", "— 1 —", "1 — —"], rows);
        var swapped = await HistorySite.PageAsync(browser, $"/{language}/history/compare?a={earlier}&b={later}");
        Assert.Equal("50%", swapped.QuerySelector(".tile b")!.TextContent.Trim());
    }

    [Fact]
    public async Task Somebody_elses_attempts_and_those_without_a_pair_are_not_compared()
    {
        var questions = await site.ChapterAsync("pairs", 1);
        var (learner, other) = (await site.LearnerAsync(), await site.LearnerAsync());
        var mine = await site.SatAsync(learner, Now, (questions[0], "a"));
        var theirs = await site.SatAsync(other, Now, (questions[0], "a"));
        var browser = await site.BrowserOfAsync(learner);
        foreach (var query in (string[])[$"a={mine}", $"a={mine}&b={theirs}", $"a={theirs}&b={mine}", $"a={mine}&b={mine}", "a=1", ""])
        {
            using var response = await browser.GetAsync($"/en/history/compare?{query}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Marks_that_an_exams_review_keeps_back_are_not_compared()
    {
        var questions = await site.ChapterAsync("kept-back", 1);
        var learner = await site.LearnerAsync();
        await site.SatAsync(learner, Now.AddDays(-1), (questions[0], "a"));
        var secret = await site.SatAsync(learner, Now, (questions[0], "a"));
        await using (var db = await site.OpenDatabaseAsync())
        {
            await db.Set<Attempt>().Where(attempt => attempt.Id == secret)
                .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.Rules, new PaperRules { Review = ReviewExtent.Score }), TestContext.Current.CancellationToken);
        }

        using var response = await (await site.BrowserOfAsync(learner)).GetAsync($"/en/history/compare?a={secret}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Marks_wait_for_the_last_persons_window_here_as_in_the_review()
    {
        var questions = await site.ChapterAsync("kept-for-another", 1);
        var learner = await site.LearnerAsync();
        await site.SatAsync(learner, Now.AddDays(-1), (questions[0], "a"));
        var later = await site.SatAsync(learner, Now, (questions[0], "a"));
        await using (var db = await site.OpenDatabaseAsync())
        {
            var paper = new Paper { Key = "p-kept-for-another", Scope = PaperScope.Mixed, Position = 1, Title = new("卷", "Paper"), Summary = new("", ""), Blueprint = new() { Count = 1 } };
            db.Add(paper);
            db.Add(new PaperOverride { PaperKey = paper.Key, LearnerId = await site.LearnerAsync(), ClosesAt = Now.AddDays(1) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Set<Attempt>().Where(attempt => attempt.LearnerId == learner).ExecuteUpdateAsync(
                set => set.SetProperty(attempt => attempt.PaperKey, paper.Key)
                    .SetProperty(attempt => attempt.Rules, new PaperRules { ReviewAfterWindow = true, ClosesAt = Now.AddHours(-1) }), TestContext.Current.CancellationToken);
        }

        using var response = await (await site.BrowserOfAsync(learner)).GetAsync($"/en/history/compare?a={later}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_calendar_counts_the_readers_own_days_through_a_change_of_the_clocks()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var questions = await site.ChapterAsync("calendar", 1);
        var learner = await site.LearnerAsync();
        // Half an hour before and after midnight in Berlin: in summer time, and in winter time.
        DateTimeOffset[] closed = [
            new(2026, 7, 1, 21, 30, 0, TimeSpan.Zero), new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero),
            new(2026, 11, 10, 22, 30, 0, TimeSpan.Zero), new(2026, 11, 10, 23, 30, 0, TimeSpan.Zero), new(2026, 11, 11, 1, 0, 0, TimeSpan.Zero)];
        await site.ClosedAsync(learner, [(questions[0], 1.0)], [.. closed.Select((time, index) => (time, $"{index}"))]);

        await using var db = await site.OpenDatabaseAsync();
        var days = await StudyCalendar.ReadAsync(db, learner, new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), berlin);

        Assert.Equal([(new(2026, 7, 1), 1), (new(2026, 7, 2), 1), (new(2026, 11, 10), 1), (new DateOnly(2026, 11, 11), 2)],
            days.Where(day => day.Count > 0).Select(day => (day.Day, day.Count)));
        Assert.Equal((DayOfWeek.Monday, new DateOnly(2026, 11, 24)), (days[0].Day.DayOfWeek, days[^1].Day));
        Assert.Equal((51 * 7) + 2, days.Count);
    }

    [Fact]
    public async Task Time_and_confidence_are_measured_on_the_answers()
    {
        var questions = await site.ChapterAsync("answering", 4);
        var learner = await site.LearnerAsync();
        var attempt = await site.SatAsync(learner, Now.AddDays(-1), (questions[0], "a"), (questions[1], "a"), (questions[2], "b"), (questions[3], ""));
        await using (var db = await site.OpenDatabaseAsync())
        {
            var seconds = new[] { 10, 90, 200 };
            for (var position = 1; position <= 3; position++)
            {
                await db.Set<AttemptItem>().Where(item => item.AttemptId == attempt && item.Position == position).ExecuteUpdateAsync(set => set.SetProperty(item => item.Seconds, seconds[position - 1]), TestContext.Current.CancellationToken);
                await db.Set<Answer>().Where(answer => answer.AttemptId == attempt && answer.Position == position).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Confidence, 3), TestContext.Current.CancellationToken);
            }
        }

        var page = await HistorySite.PageAsync(await site.BrowserOfAsync(learner));

        Assert.Equal(["90", "60"], page.QuerySelectorAll("table.pace tbody td").Select(cell => cell.TextContent));
        Assert.Equal(["0", "0", "—", "0", "0", "—", "3", "2", "67%"], page.QuerySelectorAll(".calibration tbody td").Select(cell => cell.TextContent));
        Assert.Contains("Said “high” 3 times, right 67% of them.", page.QuerySelector("#calibration-description")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_says_which_sitting_it_was_and_whether_it_was_passed()
    {
        var questions = await site.ChapterAsync("export-depth", 1);
        var learner = await site.LearnerAsync();
        await site.SatAsync(learner, Now, 60, [(questions[0], "a")]);

        var csv = Encoding.UTF8.GetString(await (await site.BrowserOfAsync(learner)).GetByteArrayAsync("/zh/history/export.csv", TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.EndsWith(",第几次,及格线（%）,是否通过,把握标注,重练自（记录编号）", csv[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,60,通过,无,", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_opens_to_its_sections()
    {
        var questions = await site.ChapterAsync("opened", 2);
        var learner = await site.LearnerAsync();
        await site.SatAsync(learner, Now, (questions[0], "a"));

        var chapter = (await HistorySite.PageAsync(await site.BrowserOfAsync(learner))).QuerySelectorAll("table.mastery details").Single(one => one.QuerySelector("summary")!.TextContent.Trim() == "opened");

        Assert.Equal("/en/read/opened/opened-section", chapter.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Equal("100% · 1 of 2", chapter.QuerySelector("li span")!.TextContent);
    }
}
