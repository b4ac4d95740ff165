using System.Net;
using AngleSharp.Html.Dom;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class QuestionListsTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    private static string[] Listed(IHtmlDocument page) => [.. page.QuerySelectorAll("main li .about a").Select(link => link.GetAttribute("href")!)];

    private async Task<List<int>> AskedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var attempt = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/', '?')[3]);
        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(AttemptMode.Practice, (await db.Set<Attempt>().AsNoTracking().SingleAsync(one => one.Id == attempt, TestContext.Current.CancellationToken)).Mode);
        return await db.Set<AttemptItem>().Where(item => item.AttemptId == attempt).OrderBy(item => item.Position).Select(item => item.QuestionId).ToListAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("zh", "没有错题")]
    [InlineData("en", "No wrong answers")]
    public async Task An_empty_book_says_how_it_fills(string language, string heading) =>
        Assert.Equal(heading, (await HistorySite.PageAsync(site.Browser(), $"/{language}/history/wrong")).QuerySelector(".empty h2")!.TextContent);

    [Fact]
    public async Task Wrong_answers_are_listed_by_chapter_and_leave_after_two_right_ones()
    {
        var (one, other) = (await site.ChapterAsync("wrong-a", 2), await site.ChapterAsync("wrong-b", 1));
        var learner = await site.LearnerAsync();
        var browser = await site.BrowserOfAsync(learner);
        await site.SatAsync(learner, Now.AddDays(-3), (one[0], "b"), (one[1], "a"), (other[0], ""));

        var page = await HistorySite.PageAsync(browser, "/en/history/wrong");
        Assert.Equal(["/en/read/wrong-a/wrong-a-section#a", "/en/read/wrong-b/wrong-b-section#a"], Listed(page).Order());
        Assert.Equal([one[0].Id], await AskedAsync(await HistorySite.PostAsync(browser, "/en/history/wrong", "/en/history/practise", ("list", "wrong"), ("chapter", "wrong-a"))));
        Assert.Equal(2, (await AskedAsync(await HistorySite.PostAsync(browser, "/en/history/wrong", "/en/history/practise", ("list", "wrong")))).Count);

        await site.SatAsync(learner, Now.AddDays(-2), (one[0], "a"));
        Assert.Equal(2, Listed(await HistorySite.PageAsync(browser, "/en/history/wrong")).Length);
        await site.SatAsync(learner, Now.AddDays(-1), (one[0], "a"));
        Assert.Equal(["/en/read/wrong-b/wrong-b-section#a"], Listed(await HistorySite.PageAsync(browser, "/en/history/wrong")));
    }

    [Fact]
    public async Task No_more_than_fifty_are_practised_at_once_those_not_met_for_longest()
    {
        var questions = await site.ChapterAsync("fifty", 53);
        var learner = await site.LearnerAsync();
        var browser = await site.BrowserOfAsync(learner);
        await site.SatAsync(learner, Now.AddDays(-1), [.. questions[..3].Select(question => (question, "b"))]);
        await site.SatAsync(learner, Now.AddDays(-2), [.. questions[3..].Select(question => (question, "b"))]);

        var asked = await AskedAsync(await HistorySite.PostAsync(browser, "/en/history/wrong", "/en/history/practise", ("list", "wrong")));

        Assert.Equal(questions[3..].Select(question => question.Id).Order(), asked.Order());
    }

    [Theory]
    [InlineData("zh", "收藏", "取消收藏")]
    [InlineData("en", "Bookmark", "Remove bookmark")]
    public async Task A_question_is_marked_in_a_review_listed_practised_and_unmarked(string language, string mark, string unmark)
    {
        var questions = await site.ChapterAsync("marks-" + language, 2);
        var learner = await site.LearnerAsync();
        var browser = await site.BrowserOfAsync(learner);
        var attempt = await site.SatAsync(learner, Now, (questions[0], "a"), (questions[1], "a"));
        var (review, list, set) = ($"/{language}/attempts/{attempt}", $"/{language}/history/bookmarks", $"/{language}/history/bookmark");

        using var answer = await HistorySite.PostAsync(browser, review, set, ("attempt", $"{attempt}"), ("position", "2"), ("marked", "1"));

        Assert.Equal(review + "#q2", answer.Headers.Location!.OriginalString);
        var buttons = (await HistorySite.PageAsync(browser, review)).QuerySelectorAll($"form[action='{set}'] button").Select(button => button.TextContent.Trim()[1..].Trim());
        Assert.Equal([mark, unmark], buttons);
        Assert.Single(Listed(await HistorySite.PageAsync(browser, list)));
        Assert.Equal([questions[1].Id], await AskedAsync(await HistorySite.PostAsync(browser, list, $"/{language}/history/practise", ("list", "bookmarks"))));
        await HistorySite.PostAsync(browser, list, set, ("question", $"{questions[1].Id}"));
        Assert.NotNull((await HistorySite.PageAsync(browser, list)).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Nobody_marks_through_somebody_elses_attempt()
    {
        var questions = await site.ChapterAsync("theirs", 1);
        var (owner, other) = (await site.LearnerAsync(), await site.LearnerAsync());
        var attempt = await site.SatAsync(owner, Now, (questions[0], "a"));
        var mine = await site.SatAsync(other, Now, (questions[0], "a"));

        using var answer = await HistorySite.PostAsync(await site.BrowserOfAsync(other), $"/en/attempts/{mine}", "/en/history/bookmark", ("attempt", $"{attempt}"), ("position", "1"), ("marked", "1"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
