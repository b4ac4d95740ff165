using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>A team: founding, inviting, joining, assigning, and who has done what.</summary>
internal sealed class TeamPages(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Saved => Page.Locator(".notice.ok");

    public ILocator Cards => Page.Locator("article.assignment");

    /// <summary>As the lead sees them, one row a member.</summary>
    public ILocator Results => Page.Locator("table.results tbody tr");

    public ILocator MapRows => Page.Locator("table.map tbody tr");

    /// <summary>The team's own address below the language.</summary>
    public string Path { get; private set; } = "";

    /// <summary>From the account page on, as somebody finds it.</summary>
    public async Task FoundAsync(string name)
    {
        await Page.GotoAsync(visitor.In("account"));
        await visitor.ActivateAsync(Page.Locator("#teams"));
        await Page.Locator("#name").FillAsync(name);
        await visitor.ActivateAsync(Page.Locator("#found-team"));
        await Expect(Saved).ToBeVisibleAsync();
        Path = new Uri(Page.Url).AbsolutePath[(visitor.Language.Length + 2)..];
    }

    public async Task<string> InviteAsync()
    {
        await OpenAsync("/settings");
        return await Page.Locator("#invite-link").InputValueAsync();
    }

    public async Task AssignAsync(string paper)
    {
        await OpenAsync();
        await visitor.ActivateAsync(Page.Locator("#assign"));
        await Page.Locator("#paper").SelectOptionAsync(paper);
        await visitor.ActivateAsync(Page.Locator("form[action$='/assign/paper'] button"));
        await Expect(Saved).ToBeVisibleAsync();
    }

    public Task OpenAsync(string below = "") => Page.GotoAsync(visitor.In(Path + below));
}
