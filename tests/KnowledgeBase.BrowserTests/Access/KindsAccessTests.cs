using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

public class KindsAccessTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Questions_of_every_kind_are_accessible_and_fit(string language)
    {
        var visitor = await ArriveAsync(language);
        var findings = new List<string>();
        await foreach (var stop in StopsAsync(visitor))
            findings.AddRange((await Inspection.InspectAsync(visitor.Page, $"kinds-{stop}-{language}")).Select(finding => $"{stop} {finding}"));

        Assert.Empty(findings);
    }

    private static async IAsyncEnumerable<string> StopsAsync(Visitor visitor)
    {
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Sure)).PractiseAsync();
        await visitor.ActivateAsync(visitor.Page.Locator("#palette a[data-to='4']"));
        await attempt.TypeNumberAsync("some");
        yield return "number";

        await visitor.ActivateAsync(visitor.Page.Locator("#palette a[data-to='5']"));
        yield return "order";

        await attempt.AnswerByKeyAsync(0);
        yield return "order-answered";

        await visitor.ActivateAsync(visitor.Page.Locator("#palette a[data-to='6']"));
        await attempt.AnswerByKeyAsync(0);
        yield return "match";

        foreach (var position in (int[])[4, 5, 6])
        {
            await visitor.ActivateAsync(visitor.Page.Locator($"#palette a[data-to='{position}']"));
            await attempt.CheckAsync();
            yield return $"checked-{position}";
        }

        await attempt.HandInAsync();
        yield return "review";
    }
}

public class KindsWithoutScriptTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task Without_scripts_the_whole_form_is_accessible_and_fits()
    {
        // axe needs scripts itself, so the page's own module is kept away instead.
        var visitor = await ArriveAsync("zh");
        visitor.Tolerate("ERR_FAILED");
        await visitor.Page.RouteAsync("**/RunningAttempt*.js", route => route.AbortAsync());
        await (await StartPage.OpenAsync(visitor, StartPage.Sure)).Begin.ClickAsync();
        await Expect(visitor.Page.Locator("fieldset[data-position='6'] select").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Assert.Empty(await Inspection.InspectAsync(visitor.Page, "kinds-form-zh"));
    }
}
