using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>Nothing for axe to find, and nothing that scrolls sideways: every page, both themes, wide and narrow, both languages.</summary>
public class PublicAccessTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(PublicPages))]
    public async Task A_public_page_is_accessible_and_fits(string path, string language)
    {
        var visitor = await ArriveAsync(language);
        if (path == PublicPages.Missing)
            visitor.Tolerate("404");
        await visitor.Page.GotoAsync(visitor.In(path));

        Assert.Empty(await Inspection.InspectAsync(visitor.Page, $"{(path.Length == 0 ? "home" : path.Replace('/', '-'))}-{language}"));
    }
}
