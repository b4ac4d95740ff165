using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>A walk past every page that only its owner sees, in the states that look different.</summary>
internal sealed class Tour(Visitor visitor)
{
    /// <summary>At each stop the visitor's first tab shows the page of that name.</summary>
    public async IAsyncEnumerable<string> StopsAsync()
    {
        var start = await StartPage.OpenAsync(visitor);
        var attempt = await start.BeginAsync();
        yield return "attempt";

        await attempt.AnswerByHandAsync(1, 0);
        await attempt.SavedAfterAsync(() => attempt.PressAsync("f"));
        await attempt.NextByKeyAsync(2);
        await attempt.AnswerByKeyAsync(1);
        yield return "attempt-answered";

        await attempt.PressAsync("?");
        await Expect(attempt.Help).ToBeVisibleAsync();
        yield return "attempt-keys";

        await attempt.PressAsync("Escape");
        await visitor.ActivateAsync(attempt.HandInButton);
        await Expect(attempt.HandInDialog).ToBeVisibleAsync();
        yield return "attempt-hand-in";

        await HistoryPage.OpenAsync(visitor);
        yield return "history-running";

        await StartPage.OpenAsync(visitor);
        yield return "start-running";

        attempt = await AttemptPage.OpenAsync(visitor, visitor.Page, attempt.Address);
        await attempt.HandInAsync();
        yield return "review";

        var again = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        await again.AnswerByHandAsync(1, 1);
        await again.HandInAsync();
        await HistoryPage.OpenAsync(visitor);
        yield return "history";

        await visitor.ActivateAsync(visitor.Page.Locator("a[href*='/history/compare']").First);
        await Expect(visitor.Page.Locator("main.compare h1")).ToBeVisibleAsync();
        yield return "compare";

        foreach (var place in (string[])["review", "history/wrong", "history/bookmarks", "history?mode=exam&result=passed"])
        {
            await visitor.Page.GotoAsync(visitor.In(place));
            yield return place.Replace('/', '-').Split('?')[0] + (place.Contains('?', StringComparison.Ordinal) ? "-filtered" : "");
        }

        await visitor.Page.GotoAsync(visitor.In("account"));
        yield return "account-guest";

        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        yield return "register-guest";

        await account.RegisterAsync();
        await account.OpenAsync();
        yield return "account";

        await visitor.Page.GotoAsync(visitor.In("account/delete"));
        yield return "account-delete";

        await account.OpenSignInAsync();
        await visitor.Page.Locator("#email").FillAsync("nobody@example.org");
        await visitor.Page.Locator("#password").FillAsync("wrong-wrong-wrong");
        await visitor.ActivateAsync(visitor.Page.Locator("#sign-in"));
        await Expect(visitor.Page.Locator(".notice.bad")).ToBeVisibleAsync();
        yield return "sign-in-refused";
    }
}
