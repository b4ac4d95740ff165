namespace KnowledgeBase.BrowserTests.Pages;

internal static class Keyboard
{
    /// <summary>Reaches something as somebody without a mouse does; fails if it cannot be reached.</summary>
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
}
