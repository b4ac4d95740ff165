using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class LookTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task A_chosen_theme_stays_on_every_page_and_in_other_tabs(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.Page.GotoAsync(visitor.In(""));
        var other = await visitor.OpenTabAsync();
        await other.GotoAsync(visitor.In("quizzes"));
        var bright = await InkAsync(visitor.Page);

        // Automatic, light, dark: the button says which one it is.
        var button = visitor.Page.Locator("#theme");
        for (var clicks = 0; clicks < 2; clicks++)
            await visitor.ActivateAsync(button);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(button).ToHaveAttributeAsync("aria-label", (await button.GetAttributeAsync("data-dark"))!);

        Assert.NotEqual(bright, await InkAsync(visitor.Page));
        await Expect(other.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.Page.GotoAsync(visitor.In("read"));
        Assert.NotEqual(bright, await InkAsync(visitor.Page));
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Switching_the_language_stays_on_the_same_page_and_is_remembered(string language, Device device)
    {
        var other = language == "zh" ? "en" : "zh";
        var visitor = await ArriveAsync(language, device);
        var article = await ArticlePage.OpenAsync(visitor);
        var title = await article.Title.InnerTextAsync();

        await visitor.ActivateAsync(visitor.Page.Locator(".bar a[rel=alternate]"));
        await visitor.Page.WaitForURLAsync($"**/{other}/{ArticlePage.Optimizers}");
        await Expect(article.Title).Not.ToHaveTextAsync(title);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", other == "zh" ? "zh-CN" : "en");

        await visitor.Page.GotoAsync("/");
        Assert.EndsWith($"/{other}", visitor.Page.Url, StringComparison.Ordinal);
    }

    private static Task<string> InkAsync(IPage page) => page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).color");
}
