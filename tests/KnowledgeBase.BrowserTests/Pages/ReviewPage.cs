using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>A closed attempt: the score, and a reason for every option.</summary>
internal sealed class ReviewPage(Visitor visitor, IPage tab)
{
    public string Address { get; } = new Uri(tab.Url).AbsolutePath;

    public ILocator Questions => tab.Locator("main.review article.question");

    public ILocator Score => tab.Locator(".score b");

    public ILocator Notices => tab.Locator(".notices .notice");

    /// <summary>To the paragraphs that explain the answers.</summary>
    public ILocator ReadingLinks => Questions.Locator("a[href*='/read/'][href*='#']");

    public static async Task<ReviewPage> ArrivedAsync(Visitor visitor, IPage tab)
    {
        var page = new ReviewPage(visitor, tab);
        await Expect(page.Score).ToBeVisibleAsync();
        return page;
    }

    public ILocator Question(int position) => tab.Locator($"#q{position}");

    /// <summary>Every question is explained, and every option of it has its reason.</summary>
    public async Task ExpectReasonsAsync(int questions)
    {
        await Expect(Questions).ToHaveCountAsync(questions);
        for (var position = 1; position <= questions; position++)
        {
            Assert.False(string.IsNullOrWhiteSpace(await Question(position).Locator(".explanation").InnerTextAsync()));
            // A number has no options to give reasons for.
            if (await Question(position).Locator("dl.numbers").CountAsync() > 0)
                continue;
            var options = await Question(position).Locator("li.option").CountAsync();
            Assert.InRange(options, 2, 9);
            var reasons = await Question(position).Locator("li.option .why").AllInnerTextsAsync();
            Assert.Equal(options, reasons.Count);
            Assert.All(reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason)));
        }
    }

    /// <summary>Follows a question's link; the paragraph it names is there and in view.</summary>
    public async Task FollowReadingLinkAsync()
    {
        await visitor.ActivateAsync(ReadingLinks.First);
        await Expect(tab.Locator("article.prose")).ToBeVisibleAsync();
        var heading = new Uri(tab.Url).Fragment;
        Assert.True(heading.Length > 1, "The link names no paragraph.");
        await Expect(tab.Locator($"[id='{Uri.UnescapeDataString(heading[1..])}']")).ToBeInViewportAsync();
    }
}
