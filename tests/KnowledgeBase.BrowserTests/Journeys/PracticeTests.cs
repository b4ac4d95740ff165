using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>Practice: each question is explained when it is checked; what was wrong can be asked once more.</summary>
public class PracticeTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Every_kind_is_explained_as_soon_as_it_is_checked(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).PractiseAsync();
        for (var position = 1; position <= 6; position++)
        {
            await attempt.AnswerByKeyAsync(0);
            await attempt.CheckAsync();
            await Expect(attempt.Question(position).Locator("h2")).ToBeFocusedAsync();
            await Expect(attempt.Question(position).Locator(".explanation")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator(".explanation")).ToHaveCountAsync(position);
            await Expect(attempt.Question(position).Locator("input, select")).ToHaveCountAsync(0);
            if (position < 6)
                await attempt.NextByKeyAsync(position + 1);
        }
        await Expect(attempt.Answered).ToHaveTextAsync("6");

        var review = await attempt.HandInAsync();
        await review.ExpectReasonsAsync(6);
    }

    [Fact]
    public async Task What_was_just_typed_is_saved_before_it_is_checked_and_another_tab_shows_it_frozen()
    {
        var visitor = await ArriveAsync("en");
        visitor.Tolerate("409");
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).PractiseAsync();
        await visitor.ActivateAsync(visitor.Page.Locator("#palette a[data-to='4']"));
        var other = await AttemptPage.OpenAsync(visitor, await visitor.OpenTabAsync(), attempt.Address + "#q4");
        await attempt.Number.PressSequentiallyAsync("0.5");
        await attempt.Current.Locator("[data-check]").ClickAsync();
        await Expect(attempt.Question(4).Locator("dl.numbers")).ToContainTextAsync("0.5");

        await other.Number.PressSequentiallyAsync("7");

        await Expect(other.Question(4).Locator("dl.numbers")).ToContainTextAsync("0.5");
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Checking_needs_no_script(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device, script: false);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).PractiseAsync();
        await attempt.Question(4).Locator(".typed input").FillAsync("3");
        await attempt.Question(5).Locator("select").First.SelectOptionAsync("a");

        await visitor.ActivateAsync(attempt.Question(5).Locator("[data-check]"));

        await visitor.Page.WaitForURLAsync("**#q5");
        await Expect(attempt.Question(5).Locator(".yours > li")).ToHaveCountAsync(1);
        await Expect(attempt.Question(4).Locator(".typed input")).ToHaveValueAsync("3");
        await Expect(visitor.Page.Locator(".explanation")).ToHaveCountAsync(1);
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Confidence_is_said_scored_and_explained_and_the_wrong_ones_come_again(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Sure)).BeginAsync();
        await attempt.SavedAfterAsync(() => visitor.ActivateAsync(attempt.Current.Locator(".sure label").Nth(2)));
        await attempt.AnswerByHandAsync(1, 0);
        var review = await attempt.HandInAsync();
        await Expect(review.Score).ToContainTextAsync("/ 18");
        await Expect(review.Notices).ToHaveCountAsync(1);
        var wrong = await visitor.Page.Locator(".palette .no, .palette .part").CountAsync();

        await visitor.ActivateAsync(visitor.Page.Locator("form[action$='/retry'] button"));

        var again = await AttemptPage.ArrivedAsync(visitor, visitor.Page);
        await Expect(again.Questions).ToHaveCountAsync(wrong);
        await Expect(visitor.Page.Locator("[data-check]")).ToHaveCountAsync(wrong);
        await Expect(visitor.Page.Locator("main h1")).ToContainTextAsync(language == "zh" ? "错题重做" : "wrong ones again");
    }
}
