using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeBase.Content;
using KnowledgeBase.History;
using KnowledgeBase.History.Reviews;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class ReviewPageTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    /// <summary>Somebody who got so many questions wrong, one attempt and day each, the first question longest ago.</summary>
    private async Task<(Guid Learner, HttpClient Browser, Question[] Questions)> WithDueAsync(string chapter, int due)
    {
        var questions = await site.ChapterAsync(chapter, due);
        var learner = await site.LearnerAsync();
        foreach (var (index, question) in questions.Index())
            await site.SatAsync(learner, Now.AddDays(index - due - 1), (question, "b"));
        return (learner, await site.BrowserOfAsync(learner), questions);
    }

    private static async Task<int> DueSaidAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<JsonElement>("/api/me?facts=true", TestContext.Current.CancellationToken)).TryGetProperty("due", out var due) ? due.GetInt32() : 0;

    private async Task<List<int>> AskedAsync(Guid attempt)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<AttemptItem>().Where(item => item.AttemptId == attempt).OrderBy(item => item.Position).Select(item => item.QuestionId).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Guid AttemptOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/', '?')[3]);
    }

    [Theory]
    [InlineData("zh", "还没有要复习的题")]
    [InlineData("en", "Nothing to review yet")]
    public async Task A_visitor_is_told_what_will_be_here_and_gets_no_cookie(string language, string heading)
    {
        using var response = await site.Browser().GetAsync($"/{language}/review", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Contains(heading, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "今天还有 3 题要复习", "今日复习")]
    [InlineData("en", "3 questions to review today", "Today’s review")]
    public async Task What_is_due_is_said_everywhere_and_asked_the_longest_due_first(string language, string heading, string title)
    {
        var (_, browser, questions) = await WithDueAsync("due-" + language, 3);

        var page = await HistorySite.PageAsync(browser, $"/{language}/review");
        Assert.Equal(heading, page.QuerySelector("#today")!.TextContent);
        Assert.Equal(3, await DueSaidAsync(browser));
        Assert.Contains("3", (await HistorySite.PageAsync(browser, $"/{language}/quizzes")).QuerySelector($".notice a[href='/{language}/review']")!.TextContent, StringComparison.Ordinal);

        var attempt = AttemptOf(await HistorySite.PostAsync(browser, $"/{language}/review", $"/{language}/review/start"));
        Assert.Equal(questions.Select(question => question.Id), await AskedAsync(attempt));
        Assert.Contains(title, (await HistorySite.PageAsync(browser, $"/{language}/attempts/{attempt}")).Title!, StringComparison.Ordinal);
        // A second press goes on with the same one.
        Assert.Equal(attempt, AttemptOf(await HistorySite.PostAsync(browser, $"/{language}/quizzes", $"/{language}/review/start")));
    }

    [Fact]
    public async Task The_cap_holds_back_what_moves_on_and_counts_what_was_done()
    {
        var (learner, browser, questions) = await WithDueAsync("capped", 9);
        await HistorySite.PostAsync(browser, "/en/review", "/en/review/cap", ("cap", "5"));
        Assert.Equal(5, await DueSaidAsync(browser));

        await site.SatAsync(learner, Now, (questions[0], "a"), (questions[1], "b"));

        Assert.Equal(3, await DueSaidAsync(browser));
        var page = await HistorySite.PageAsync(browser, "/en/review");
        Assert.Contains("2 of at most 5 done today. 4 more are due and move on to tomorrow.", page.QuerySelector(".today p")!.TextContent, StringComparison.Ordinal);
        var today = page.QuerySelectorAll(".forecast tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent);
        Assert.Equal(["7", "3", "4"], today);
        var attempt = AttemptOf(await HistorySite.PostAsync(browser, "/en/review", "/en/review/start"));
        Assert.Equal(questions[2..5].Select(question => question.Id), await AskedAsync(attempt));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("201")]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("")]
    public async Task A_cap_out_of_bounds_is_refused_in_words(string cap)
    {
        var (learner, browser, _) = await WithDueAsync($"cap-{Guid.NewGuid():N}", 1);

        using var answer = await HistorySite.PostAsync(browser, "/en/review", "/en/review/cap", ("cap", cap));

        Assert.Contains("whole number from 5 to 200", (await HistorySite.PageAsync(browser, answer.Headers.Location!.OriginalString)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await using var db = await site.OpenDatabaseAsync();
        Assert.False(await db.Set<ReviewPlan>().AnyAsync(plan => plan.LearnerId == learner, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_taken_out_of_the_book_is_not_due()
    {
        var (_, browser, questions) = await WithDueAsync("gone", 2);
        await using (var db = await site.OpenDatabaseAsync())
        {
            await db.Set<Question>().Where(question => question.Id == questions[0].Id)
                .ExecuteUpdateAsync(set => set.SetProperty(question => question.Retired, true), TestContext.Current.CancellationToken);
        }
        site.Services.GetRequiredService<Book>().Forget();

        Assert.Equal(1, await DueSaidAsync(browser));
        Assert.Equal([questions[1].Id], await AskedAsync(AttemptOf(await HistorySite.PostAsync(browser, "/en/review", "/en/review/start"))));
    }

    [Theory]
    [InlineData("zh", "已撤销")]
    [InlineData("en", "Undone")]
    public async Task The_latest_answer_is_named_and_can_be_taken_back(string language, string said)
    {
        var (learner, browser, questions) = await WithDueAsync("slip-" + language, 2);
        await site.SatAsync(learner, Now, (questions[0], "b"));
        Assert.Equal(1, await DueSaidAsync(browser));

        var page = await HistorySite.PageAsync(browser, $"/{language}/review");
        var grade = page.QuerySelector("input[name=grade]")!.GetAttribute("value")!;
        Assert.Equal("?", page.QuerySelector("#last-answer")!.ParentElement!.QuerySelector(".stem")!.TextContent.Trim());
        using var answer = await HistorySite.PostAsync(browser, $"/{language}/review", $"/{language}/review/undo", ("grade", grade));

        Assert.Contains(said, (await HistorySite.PageAsync(browser, answer.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await DueSaidAsync(browser));
    }

    [Fact]
    public async Task Nobody_changes_anything_without_the_forms_token()
    {
        var (_, browser, _) = await WithDueAsync("token", 1);
        foreach (var address in (string[])["review/start", "review/undo", "review/cap", "history/practise", "history/bookmark"])
        {
            using var answer = await browser.PostAsync($"/en/{address}", new FormUrlEncodedContent([new("cap", "50")]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }
}
