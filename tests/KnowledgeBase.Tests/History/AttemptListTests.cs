using AngleSharp.Html.Dom;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class AttemptListTests(HistorySite site)
{
    /// <summary>60 attempts, "1" the oldest; four of them closed in the same millisecond, across the end of the first page.</summary>
    private async Task<(Guid Learner, HttpClient Browser)> SixtyAsync(string chapter)
    {
        var questions = (await site.ChapterAsync(chapter, 1)).Select(question => (question, 1.0)).ToArray();
        var learner = await site.LearnerAsync();
        await site.ClosedAsync(learner, questions, [.. Enumerable.Range(1, 60).Select(number =>
            (site.Clock.GetUtcNow().AddMinutes(-60 + (number is >= 34 and <= 37 ? 34 : number)), $"{number}"))]);
        return (learner, await site.BrowserOfAsync(learner));
    }

    private static string[] Titles(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#attempts tbody th").Select(cell => cell.FirstChild!.TextContent.Trim())];

    private static string? Link(IHtmlDocument page, string rel) => page.QuerySelector($"#attempts a[rel={rel}]")?.GetAttribute("href");

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var (_, browser) = await SixtyAsync("pages");

        var first = await HistorySite.PageAsync(browser);
        var second = await HistorySite.PageAsync(browser, Link(first, "next")!);
        var third = await HistorySite.PageAsync(browser, Link(second, "next")!);

        Assert.Equal([25, 25, 10], [Titles(first).Length, Titles(second).Length, Titles(third).Length]);
        Assert.Equal(60, Titles(first).Concat(Titles(second)).Concat(Titles(third)).Distinct().Count());
        Assert.Equal("60", Titles(first)[0]);
        Assert.Equal("1", Titles(third)[^1]);
        Assert.Null(Link(first, "prev"));
        Assert.Null(Link(third, "next"));
    }

    [Fact]
    public async Task The_way_back_leads_over_the_same_pages()
    {
        var (_, browser) = await SixtyAsync("back");
        var first = await HistorySite.PageAsync(browser);
        var second = await HistorySite.PageAsync(browser, Link(first, "next")!);
        var third = await HistorySite.PageAsync(browser, Link(second, "next")!);

        var secondAgain = await HistorySite.PageAsync(browser, Link(third, "prev")!);
        var firstAgain = await HistorySite.PageAsync(browser, Link(secondAgain, "prev")!);

        Assert.Equal(Titles(second), Titles(secondAgain));
        Assert.Equal(Titles(first), Titles(firstAgain));
    }

    [Fact]
    public async Task A_new_attempt_does_not_move_the_page_one_is_reading()
    {
        var (learner, browser) = await SixtyAsync("stable");
        var address = Link(await HistorySite.PageAsync(browser), "next")!;
        var before = Titles(await HistorySite.PageAsync(browser, address));

        await site.ClosedAsync(learner, site.Clock.GetUtcNow(), "new", (await site.ChapterAsync("stable-new", 1)).Select(question => (question, 1.0)).ToArray());

        Assert.Equal(before, Titles(await HistorySite.PageAsync(browser, address)));
    }

    [Fact]
    public async Task Later_pages_hold_the_list_alone()
    {
        var (_, browser) = await SixtyAsync("alone");

        var second = await HistorySite.PageAsync(browser, Link(await HistorySite.PageAsync(browser), "next")!);

        Assert.Null(second.QuerySelector(".tiles"));
        Assert.Null(second.QuerySelector(".trend"));
        Assert.Contains(second.QuerySelectorAll("#attempts nav a"), link => link.GetAttribute("href") == "/en/history");
    }

    [Fact]
    public async Task A_place_that_is_none_shows_the_first_page()
    {
        var (_, browser) = await SixtyAsync("nonsense");

        var page = await HistorySite.PageAsync(browser, "/en/history?before=nonsense&after=%00");

        Assert.Equal("60", Titles(page)[0]);
        Assert.NotNull(page.QuerySelector(".tiles"));
    }
}
