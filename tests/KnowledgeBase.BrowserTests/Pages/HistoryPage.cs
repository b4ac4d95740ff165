using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

internal sealed class HistoryPage(Visitor visitor)
{
    public ILocator Empty => visitor.Page.Locator(".history .empty");

    public ILocator Attempts => visitor.Page.Locator("#attempts tbody tr");

    public ILocator Running => visitor.Page.Locator("ul.running li");

    public ILocator Trend => visitor.Page.Locator("figure.trend svg[role=img]");

    public ILocator Mastery => visitor.Page.Locator("table.mastery");

    public static async Task<HistoryPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(visitor.In("history"));
        await Expect(visitor.Page.Locator("main.history h1")).ToBeVisibleAsync();
        return new(visitor);
    }

    /// <summary>The row of one attempt, by the address of its review.</summary>
    public ILocator Attempt(string address) => Attempts.Filter(new() { Has = visitor.Page.Locator($"a[href='{address}']") });

    public async Task<AttemptPage> ContinueAsync()
    {
        await visitor.ActivateAsync(Running.Locator("a.button").First);
        return await AttemptPage.ArrivedAsync(visitor, visitor.Page);
    }
}
