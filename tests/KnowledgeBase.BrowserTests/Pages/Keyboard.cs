namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>What somebody without a mouse does: nothing is touched that the tab key does not reach.</summary>
internal static class Keyboard
{
    /// <summary>Fails if it cannot be reached.</summary>
    public static async Task TabToAsync(IPage tab, ILocator target)
    {
        for (var steps = 0; steps < 200; steps++)
        {
            if (await target.EvaluateAsync<bool>("one => one === document.activeElement"))
                return;
            await tab.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The tab key does not reach {target}.");
    }

    public static async Task TypeAsync(IPage tab, ILocator field, string text)
    {
        await TabToAsync(tab, field);
        await tab.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Follows a link or presses a button, and waits for the page that comes of it.</summary>
    public static async Task EnterAsync(IPage tab, ILocator target)
    {
        await TabToAsync(tab, target);
        // Marks the document, so that the next one can be told from it even at the same address.
        await tab.EvaluateAsync("document.documentElement.dataset.left = ''");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("html:not([data-left]) body")).ToBeAttachedAsync();
        await tab.WaitForLoadStateAsync();
    }

    public static async Task TickAsync(IPage tab, ILocator box)
    {
        await TabToAsync(tab, box);
        await tab.Keyboard.PressAsync("Space");
        await Expect(box).ToBeCheckedAsync();
    }

    /// <summary>One of a group of radio buttons, of which the tab key reaches only one: the arrows go on from there.</summary>
    public static async Task ChooseAsync(IPage tab, ILocator radios, ILocator choice)
    {
        var chosen = radios.And(tab.Locator(":checked"));
        await TabToAsync(tab, await chosen.CountAsync() > 0 ? chosen : radios.First);
        for (var steps = 0; steps < 20 && !await choice.IsCheckedAsync(); steps++)
            await tab.Keyboard.PressAsync("ArrowDown");
        await Expect(choice).ToBeCheckedAsync();
    }
}
