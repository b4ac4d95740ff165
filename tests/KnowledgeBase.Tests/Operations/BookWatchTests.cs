using System.Net;
using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests.Operations;

/// <summary>A site in development over a folder that an author is editing.</summary>
public sealed class BookWatchTests : IDisposable
{
    private const string Page = "/zh/read/basics/beta";

    private readonly TestBook _book = TestBook.New();
    private readonly SampleSite _site;

    public BookWatchTests() => _site = new(_book.Folder);

    public void Dispose()
    {
        _site.Dispose();
        _book.Dispose();
    }

    [Fact]
    public async Task A_saved_file_shows_on_the_next_request()
    {
        var browser = _site.Browser();
        Assert.Contains("<p>乙。</p>", await browser.GetStringAsync(Page, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        _book.Edit("basics/beta/zh.md", "乙。\n", "乙，改过了。\n");

        Assert.Contains("<p>乙，改过了。</p>", await EventuallyAsync(browser, html => html.Contains("改过了", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_shows_instead_of_the_page_until_it_is_mended()
    {
        var browser = _site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Page, TestContext.Current.CancellationToken)).StatusCode);

        var line = _book.Edit("basics/beta/zh.md", "乙。\n", "<b>乙</b>。\n");
        var broken = await EventuallyAsync(browser, html => html.Contains("The content has problems", StringComparison.Ordinal));
        Assert.Contains($"content/basics/beta/zh.md:{line}</code><br>HTML is not allowed.", broken, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);

        _book.Edit("basics/beta/zh.md", "<b>乙</b>。\n", "乙。\n");
        Assert.Contains("<p>乙。</p>", await EventuallyAsync(browser, html => !html.Contains("The content has problems", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // The system tells of a saved file a moment later, on a thread of its own.
    private static async Task<string> EventuallyAsync(HttpClient browser, Func<string, bool> isThere)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await browser.GetAsync(Page, TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (isThere(html) || tries == 50)
                return html;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private sealed class SampleSite(string folder) : Site
    {
        protected override string ContentFolder => folder;
    }
}
