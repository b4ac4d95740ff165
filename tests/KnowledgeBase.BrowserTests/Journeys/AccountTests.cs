using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class AccountTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task A_guest_who_registers_keeps_the_attempt(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);

        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        await Expect(account.TakenAlong).ToBeVisibleAsync();
        await account.RegisterAsync();
        await Expect(account.Me).ToHaveTextAsync("A");

        var resumed = await (await HistoryPage.OpenAsync(visitor)).ContinueAsync();
        await Expect(resumed.Option(1, 0)).ToBeCheckedAsync();
        var review = await resumed.HandInAsync();
        var history = await HistoryPage.OpenAsync(visitor);
        await Expect(history.Attempt(review.Address)).ToHaveCountAsync(1);
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task An_attempt_is_resumed_on_another_device(string language, Device device)
    {
        var desk = await ArriveAsync(language);
        var account = new AccountPages(desk);
        await account.OpenRegisterAsync();
        var email = await account.RegisterAsync();
        var attempt = await (await StartPage.OpenAsync(desk)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 1);
        await attempt.NextByKeyAsync(2);
        await attempt.AnswerByKeyAsync(0);

        var away = await ArriveAsync(language, device);
        var there = new AccountPages(away);
        await there.OpenSignInAsync();
        await there.SignInAsync(email);
        var resumed = await (await HistoryPage.OpenAsync(away)).ContinueAsync();

        Assert.Equal(attempt.Id, resumed.Id);
        await Expect(resumed.Answered).ToHaveTextAsync("2");
        await Expect(resumed.Question(3)).ToBeVisibleAsync();
        await resumed.AnswerByKeyAsync(0);
        await resumed.ExpectStoredAsync(1, 2, 3);
    }

    [Fact]
    public async Task Registering_in_another_tab_does_not_break_the_open_attempt()
    {
        var visitor = await ArriveAsync();
        visitor.Tolerate("400");
        var tab = await visitor.OpenTabAsync();
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        var open = await AttemptPage.OpenAsync(visitor, tab, attempt.Address);
        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        await account.RegisterAsync();

        await visitor.ActivateAsync(open.Question(1).Locator("label.option").First);

        await open.ExpectSavedAsync();
        await open.ExpectStoredAsync(1);
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task A_passkey_is_added_and_then_signs_in_without_a_password(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        await visitor.HaveAuthenticatorAsync();
        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        await account.RegisterAsync("Grace");
        await account.OpenAsync();

        await account.AddPasskeyAsync("laptop");
        await Expect(account.Notice).ToBeVisibleAsync();
        await Expect(account.Passkeys).ToHaveCountAsync(1);
        await account.SignOutAsync();
        await account.SignInWithPasskeyAsync();

        await account.OpenAsync();
        await Expect(account.Name).ToHaveTextAsync("Grace");
    }
}
