using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>On the site whose clock only the test moves. All in one class, so that no other test runs while it moves.</summary>
public class DeadlineTests(Stage stage) : BrowserTest(stage)
{
    private FakeTimeProvider Clock => Stage.Clockwork.Clock;

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task When_the_time_is_up_the_open_page_hands_in_and_shows_the_review(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device, site: Stage.Clockwork.Site);
        await visitor.Page.Clock.InstallAsync();
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);
        var left = TimeSpan.FromSeconds(int.Parse((await visitor.Page.Locator("#clock").GetAttributeAsync("data-left"))!));

        Clock.Advance(left);
        await visitor.Page.Clock.FastForwardAsync((long)left.TotalMilliseconds);

        var review = await ReviewPage.ArrivedAsync(visitor, visitor.Page);
        await Expect(review.Question(1).Locator("li.option").First.Locator(".verdict")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_after_the_deadline_leads_to_the_review_which_says_so()
    {
        var visitor = await ArriveAsync(site: Stage.Clockwork.Site);
        visitor.Tolerate("410");
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);

        // The page's own clock still shows time: its computer slept, or is wrong.
        Clock.Advance(TimeSpan.FromHours(3));
        await visitor.ActivateAsync(attempt.Question(1).Locator("label.option").Nth(1));

        var review = await ReviewPage.ArrivedAsync(visitor, visitor.Page);
        await Expect(review.Notices).ToHaveCountAsync(1);
        await Expect(review.Question(1).Locator("li.option").First.Locator(".verdict")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_attempt_whose_time_ran_out_unseen_is_in_the_history()
    {
        var visitor = await ArriveAsync(site: Stage.Clockwork.Site);
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);
        var address = attempt.Address;
        await visitor.Page.GotoAsync("about:blank");

        Clock.Advance(TimeSpan.FromHours(3));

        // Nobody looks at the attempt itself; the history shows it closed as soon as the site has noticed.
        var history = await HistoryPage.OpenAsync(visitor);
        for (var looks = 0; looks < 20 && await history.Running.CountAsync() > 0; looks++)
            history = await HistoryPage.OpenAsync(visitor);
        await Expect(history.Attempt(address)).ToHaveCountAsync(1);
    }
}
