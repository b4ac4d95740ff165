using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>From answers to the day they come back. On a site of its own, whose clock only this moves.</summary>
public class ReviewTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh", Device.Desktop, true)]
    [InlineData("en", Device.Phone, true)]
    [InlineData("en", Device.Desktop, false)]
    public async Task Answers_come_back_are_reviewed_and_a_slip_is_undone(string language, Device device, bool script)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = new LiveSite(clock).Start();
        var visitor = await ArriveAsync(language, device, script, site);
        var page = visitor.Page;
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await AnswerAsync(visitor, attempt);
        await attempt.HandInAsync();

        // Marked in the review, it is in the list.
        await visitor.ActivateAsync(page.Locator("#q2 form[action$='/history/bookmark'] button"));
        await page.WaitForURLAsync("**#q2");
        await page.GotoAsync(visitor.In("history/bookmarks"));
        await Expect(page.Locator("main li .stem")).ToHaveCountAsync(1);
        await page.GotoAsync(visitor.In("history/wrong"));
        await Expect(page.Locator("form[action$='/history/practise'] button").First).ToBeVisibleAsync();
        await page.GotoAsync(visitor.In("review"));
        await Expect(page.Locator("figure.forecast svg[role=img]")).ToBeVisibleAsync();
        await Expect(page.Locator("form[action$='/review/start']")).ToHaveCountAsync(0);

        clock.Advance(TimeSpan.FromDays(3));
        await page.GotoAsync(visitor.In(""));
        if (visitor.HasScript)
            await visitor.ActivateAsync(page.Locator("#due"));
        else
            await page.GotoAsync(visitor.In("review"));
        await visitor.ActivateAsync(page.Locator("form[action$='/review/start'] button"));
        await page.WaitForURLAsync("**/attempts/**");
        var review = await AttemptPage.ArrivedAsync(visitor, page);
        await AnswerAsync(visitor, review);
        await review.HandInAsync();

        await page.GotoAsync(visitor.In("review"));
        await Expect(page.Locator("form[action$='/review/start']")).ToHaveCountAsync(0);
        await visitor.ActivateAsync(page.Locator("form[action$='/review/undo'] button"));
        await Expect(page.Locator(".notice.ok")).ToBeVisibleAsync();
        await Expect(page.Locator("form[action$='/review/start'] button")).ToBeVisibleAsync();
    }

    /// <summary>The one question of the page, whatever it is; without script all are on it.</summary>
    private static async Task AnswerAsync(Visitor visitor, AttemptPage attempt)
    {
        if (visitor.HasScript)
            await attempt.AnswerByHandAsync(1, 0);
        else
            await visitor.ActivateAsync(attempt.Question(1).Locator("label.option").First);
    }
}
