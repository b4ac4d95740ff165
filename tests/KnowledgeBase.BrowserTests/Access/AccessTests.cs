using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

public class AccessTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(PublicPages))]
    public async Task A_public_page_is_accessible_and_fits_in_both_themes_and_widths(string path, string language)
    {
        var visitor = await ArriveAsync(language);
        if (path == "no-such-page")
            visitor.Tolerate("404");
        await visitor.Page.GotoAsync(visitor.In(path));

        Assert.Empty(await Inspection.InspectAsync(visitor.Page));
    }
}
