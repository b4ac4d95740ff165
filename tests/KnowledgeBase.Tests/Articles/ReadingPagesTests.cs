using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Articles;

public class ReadingPagesTests(SmallBook site) : IClassFixture<SmallBook>
{
    public static TheoryData<string, string, string> Pages => new()
    {
        { "", "AI 面试知识库", "AI Interview Knowledge Base" },
        { "/read", "全书目录 · AI 面试知识库", "All chapters · AI Interview Knowledge Base" },
        { "/read/numbers", "数 · AI 面试知识库", "Numbers · AI Interview Knowledge Base" },
        { "/read/numbers/adding", "加法 · AI 面试知识库", "Adding · AI Interview Knowledge Base" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_exists_in_both_languages_and_says_which_it_is_in(string address, string zhTitle, string enTitle)
    {
        var (zh, en) = (await PageAsync("/zh" + address), await PageAsync("/en" + address));

        Assert.Equal(("zh-CN", zhTitle), (zh.DocumentElement.GetAttribute("lang"), zh.Title));
        Assert.Equal(("en", enTitle), (en.DocumentElement.GetAttribute("lang"), en.Title));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_names_itself_its_description_and_its_other_language(string address, string zhTitle, string enTitle)
    {
        var page = await PageAsync("/en" + address);

        Assert.Equal("/en" + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/zh" + address, page.QuerySelector("link[rel=alternate][hreflang=zh-CN]")!.GetAttribute("href"));
        Assert.Equal("/en" + address, page.QuerySelector("link[rel=alternate][hreflang=en]")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
        Assert.StartsWith(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!, enTitle, StringComparison.Ordinal);
        Assert.NotEqual(zhTitle, page.Title);
        Assert.Equal("/zh" + address, page.QuerySelector("header a[hreflang]")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_holds_a_form_or_sets_a_cookie_so_that_all_can_share_it(string address, string zhTitle, string enTitle)
    {
        using var browser = site.Browser();
        var answer = await browser.GetAsync("/zh" + address, TestContext.Current.CancellationToken);
        var page = await PageAsync("/zh" + address);

        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotNull(answer.Headers.ETag);
        Assert.NotEqual(zhTitle, enTitle);
    }

    [Fact]
    public async Task An_article_can_be_read_without_a_script()
    {
        var page = await PageAsync("/zh/read/shapes/circles");

        Assert.Equal("圆有多大？", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("一句话说完。", page.QuerySelector(".prose .key p:not(.title)")!.TextContent.Trim());
        Assert.Contains("print(3.14)", page.QuerySelector(".prose pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-24", page.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(["#start", "#details"], page.QuerySelectorAll(".toc a[href^='#']").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".toc a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.GetAttribute("type") == "importmap" || script.HasAttribute("src")));
    }

    [Fact]
    public async Task Text_arrives_unescaped_once_and_not_twice()
    {
        var page = await PageAsync("/zh/read/numbers/adding");

        Assert.Contains("1 + 1 = 2 & a < b", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_book_beside_an_article_marks_where_one_is()
    {
        var page = await PageAsync("/en/read/numbers/halving");

        Assert.Equal("Halving", page.QuerySelectorAll("#book [aria-current=page]").Single().TextContent);
        Assert.Equal(3, page.QuerySelectorAll("#book li").Length);
        Assert.Equal("Read", page.QuerySelectorAll("header nav [aria-current]").Single().TextContent.Trim());
    }

    [Fact]
    public async Task Previous_and_next_go_through_the_whole_book_across_chapters()
    {
        var (first, middle, last) = (await PageAsync("/en/read/numbers/adding"), await PageAsync("/en/read/numbers/halving"), await PageAsync("/en/read/shapes/circles"));

        Assert.Equal((null, "/en/read/numbers/halving"), Neighbours(first));
        Assert.Equal(("/en/read/numbers/adding", "/en/read/shapes/circles"), Neighbours(middle));
        Assert.Equal(("/en/read/numbers/halving", null), Neighbours(last));
    }

    [Fact]
    public async Task An_article_leads_to_its_own_quiz_and_a_chapter_to_its()
    {
        var (article, chapter) = (await PageAsync("/en/read/numbers/adding"), await PageAsync("/en/read/numbers"));

        Assert.NotNull(article.QuerySelector("a[href='/en/quizzes/section-adding']"));
        Assert.NotNull(chapter.QuerySelector("a[href='/en/quizzes/chapter-numbers']"));
    }

    [Fact]
    public async Task Only_a_page_with_formulas_loads_their_stylesheet_and_it_exists()
    {
        var (without, with) = (await PageAsync("/en/read/numbers/adding"), await PageAsync("/en/read/numbers/halving"));
        var styles = with.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).Single(href => href.Contains("katex", StringComparison.Ordinal));

        Assert.DoesNotContain(without.QuerySelectorAll("link"), link => link.GetAttribute("href")!.Contains("katex", StringComparison.Ordinal));
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(styles, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/zh/read/shapes/adding", "/zh/read/numbers/adding")]
    [InlineData("/en/read/nothing/adding", "/en/read/numbers/adding")]
    [InlineData("/en/read/numbers/summing", "/en/read/numbers/adding")]
    [InlineData("/zh/read/shapes/summing", "/zh/read/numbers/adding")]
    public async Task A_section_that_moved_or_was_renamed_is_found_for_good(string old, string now)
    {
        using var browser = site.Browser();

        var answer = await browser.GetAsync(old, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, now), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/zh/read/nothing")]
    [InlineData("/en/read/numbers/nothing")]
    [InlineData("/fr/read")]
    public async Task What_is_not_in_the_book_is_not_found(string address)
    {
        using var browser = site.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_home_page_shows_every_chapter_with_its_sections_and_questions_counted()
    {
        var (zh, en) = (await PageAsync("/zh"), await PageAsync("/en"));

        Assert.Equal(["2 节 · 2 道题", "1 节 · 1 道题"], zh.QuerySelectorAll(".shelf .tag").Select(tag => tag.TextContent));
        Assert.Equal(["2 sections · 2 questions", "1 section · 1 question"], en.QuerySelectorAll(".shelf .tag").Select(tag => tag.TextContent));
        Assert.Equal(["/zh/read/numbers", "/zh/read/shapes"], zh.QuerySelectorAll(".shelf a").Select(link => link.GetAttribute("href")));
    }

    private static (string? Previous, string? Next) Neighbours(IHtmlDocument page) =>
        (page.QuerySelector("a[rel=prev]")?.GetAttribute("href"), page.QuerySelector("a[rel=next]")?.GetAttribute("href"));

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        using var browser = site.Browser();
        var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }
}
