using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>A mock interview, from the list of rooms to the report, as its host, a member or a projector sees it.</summary>
internal sealed class RoomPages(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator State => Page.Locator("#region > section");

    public ILocator Note => Page.Locator("#own-note");

    public ILocator Bar => Page.Locator("#own-bar");

    public ILocator People => Page.Locator(".attendance li");

    public ILocator Board => Page.Locator(".rank li");

    /// <summary>Their answer is given: nothing of it can be changed.</summary>
    public ILocator Settled => Page.Locator("form.answer fieldset:disabled");

    /// <summary>Opens a room on a paper; the code, and the projector's address.</summary>
    public async Task<(string Code, string Screen)> OpenRoomAsync(string paper)
    {
        await Page.GotoAsync(visitor.In("interviews"));
        await Page.Locator("select[name=paper]").SelectOptionAsync(paper);
        await visitor.ActivateAsync(Page.Locator(".open .button.primary"));
        await Expect(Page.Locator(".invite .code-word")).ToBeVisibleAsync();
        await visitor.ActivateAsync(Page.Locator(".elsewhere summary"));
        return (await Page.Locator(".invite .code-word").InnerTextAsync(), await Page.Locator(".elsewhere code").InnerTextAsync());
    }

    public async Task JoinAsync(string code, string name)
    {
        await Page.GotoAsync(visitor.In("interviews"));
        await Page.Locator("#code").FillAsync(code.ToLowerInvariant());
        await Page.Locator("#name").FillAsync(name);
        await visitor.ActivateAsync(Page.Locator("form.join .button.primary"));
        await Expect(State).ToBeVisibleAsync();
    }

    public Task SeesAsync(string phase, int position) => Expect(State).ToHaveAttributeAsync("data-key", $"{phase}-{position}");

    /// <summary>Presses the one button that leads on.</summary>
    public Task GoOnAsync() => visitor.ActivateAsync(Page.Locator(".steer > .button.primary"));

    public async Task EndAsync()
    {
        await visitor.ActivateAsync(Page.Locator(".ending summary"));
        await visitor.ActivateAsync(Page.Locator(".ending .button.danger"));
    }

    public async Task ChooseAsync(int option) => await visitor.ActivateAsync(Page.Locator("form.answer label.option").Nth(option));

    public async Task AnswerAsync(int option)
    {
        await ChooseAsync(option);
        await visitor.ActivateAsync(Page.Locator("form.answer .button.primary"));
        await Expect(Settled).ToHaveCountAsync(1);
        await Expect(Note).ToContainTextAsync("✓");
    }
}
