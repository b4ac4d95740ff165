using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>An inspection that finds nothing is worth something only if it finds what is there.</summary>
public class InspectionTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("<button></button>", "1280-light: button-name", "360-light: button-name")]
    [InlineData("<p style='color: light-dark(#000, #333); background: light-dark(#fff, #000)'>Dark on dark</p>", "1280-dark: color-contrast", "360-dark: color-contrast")]
    [InlineData("<p style='inline-size: 400px'>Wider than a phone</p>", "360-light: ", "360-dark: ")]
    public async Task What_is_planted_is_found(string planted, string first, string second)
    {
        var visitor = await ArriveAsync("en");
        await visitor.Page.GotoAsync(visitor.In("read"));
        await visitor.Page.Locator("main").EvaluateAsync("(main, planted) => main.insertAdjacentHTML('afterbegin', planted)", planted);

        var findings = await Inspection.InspectAsync(visitor.Page, "planted");

        Assert.Collection(findings, finding => Assert.StartsWith(first, finding), finding => Assert.StartsWith(second, finding));
    }
}
