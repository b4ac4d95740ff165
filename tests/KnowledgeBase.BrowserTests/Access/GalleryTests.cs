using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>
/// Pictures of every page for people to look at, in artifacts/screenshots: <c>KB_SCREENSHOTS=1 dotnet test</c>.
/// Without that these tests are not run at all, since a picture alone proves nothing.
/// </summary>
public class GalleryTests(Stage stage) : BrowserTest(stage)
{
    [PictureTheory]
    [ClassData(typeof(PublicPages))]
    public async Task Public_pages(string path, string language)
    {
        var visitor = await ArriveAsync(language);
        if (path == PublicPages.Missing)
            visitor.Tolerate("404");
        await visitor.Page.GotoAsync(visitor.In(path));
        await TakeAsync(visitor, path.Length == 0 ? "home" : path.Replace('/', '-'));
    }

    [PictureTheory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_learners_pages(string language)
    {
        var visitor = await ArriveAsync(language);
        await foreach (var stop in new Tour(visitor).StopsAsync())
            await TakeAsync(visitor, stop);
    }

    private static Task TakeAsync(Visitor visitor, string name) => Inspection.EachViewAsync(visitor.Page, async view =>
    {
        await visitor.Page.EvaluateAsync("document.fonts.ready.then(() => scrollTo(0, 0))");
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}-{visitor.Language}-{view}.png"), FullPage = true });
    });
}
