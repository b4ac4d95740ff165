using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class SavingTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Of_two_tabs_the_one_that_lost_is_told_and_shows_what_is_saved(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var first = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        var second = await AttemptPage.OpenAsync(visitor, await visitor.OpenTabAsync(), first.Address);

        await second.AnswerByHandAsync(1, 1);
        await Expect(first.Notices).ToHaveCountAsync(1);
        await Expect(first.Option(1, 1)).ToBeCheckedAsync();
        await first.AnswerByHandAsync(1, 0);

        await Expect(second.Notices).ToHaveCountAsync(1);
        await Expect(second.Option(1, 0)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_tab_that_was_asleep_loses_to_a_later_number_and_is_told()
    {
        var visitor = await ArriveAsync();
        visitor.Tolerate("409");
        var asleep = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        // Closing the channel between the tabs makes this one as ignorant as another device.
        var elsewhere = await visitor.OpenTabAsync();
        await elsewhere.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} }");
        var awake = await AttemptPage.OpenAsync(visitor, elsewhere, asleep.Address);
        await awake.AnswerByHandAsync(1, 1);
        await awake.AnswerByHandAsync(1, 0);
        await awake.AnswerByHandAsync(1, 1);
        await Expect(asleep.Notices).ToHaveCountAsync(0);

        await visitor.ActivateAsync(asleep.Question(1).Locator("label.option").Nth(0));

        await Expect(asleep.Notices).ToHaveCountAsync(1);
        await Expect(asleep.Chosen(1)).ToHaveValueAsync(await awake.Chosen(1).InputValueAsync());
    }

    [Fact]
    public async Task Leaving_warns_only_while_something_is_unsaved()
    {
        var visitor = await ArriveAsync();
        visitor.Tolerate("ERR_FAILED");
        var warnings = new List<string>();
        visitor.Page.Dialog += async (_, dialog) =>
        {
            warnings.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);
        await visitor.Page.GotoAsync(visitor.In("quizzes"));
        Assert.Empty(warnings);

        await AttemptPage.OpenAsync(visitor, visitor.Page, attempt.Address);
        await visitor.Page.RouteAsync("**/api/attempts/**", route => route.AbortAsync());
        await visitor.ActivateAsync(attempt.Current.Locator("label.option").First);
        await Assert.ThrowsAsync<PlaywrightException>(() => visitor.Page.GotoAsync(visitor.In("quizzes"), new() { Timeout = 5000 }));
        Assert.Equal([DialogType.BeforeUnload], warnings);

        await visitor.Page.UnrouteAllAsync();
        await attempt.ExpectSavedAsync();
        await visitor.Page.GotoAsync(visitor.In("quizzes"));
        Assert.Single(warnings);
    }

    [Fact]
    public async Task What_could_not_be_sent_before_the_page_was_closed_is_sent_when_it_is_opened_again()
    {
        var visitor = await ArriveAsync();
        visitor.Tolerate("ERR_INTERNET_DISCONNECTED");
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        var address = attempt.Address;
        await visitor.Context.SetOfflineAsync(true);
        await attempt.PressAsync("2");
        await attempt.ExpectUnsavedOfflineAsync(1);
        await visitor.Page.CloseAsync();
        await visitor.Context.SetOfflineAsync(false);

        var again = await AttemptPage.OpenAsync(visitor, await visitor.OpenTabAsync(), address);

        // The old page may have found the network back while it was closing: then there is nothing left to send or to say.
        await Expect(again.Option(1, 1)).ToBeCheckedAsync();
        await again.ExpectStoredSoonAsync(1);
    }
}
