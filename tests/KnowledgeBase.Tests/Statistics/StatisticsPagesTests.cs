using System.Globalization;
using System.Net;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Statistics;
using Question = KnowledgeBase.Questions.Question;

namespace KnowledgeBase.Tests.Statistics;

public class StatisticsPagesTests(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    [Theory]
    [InlineData("zh", "平均分", "无定义")]
    [InlineData("en", "Mean score", "undefined")]
    public async Task A_papers_page_shows_its_figures_in_both_languages(string language, string mean, string undefined)
    {
        var (paper, questions) = await FiveAndFourAsync();
        var browser = await site.BrowserAsync();

        var page = await StatisticsSite.PageAsync(browser, $"/{language}/author/statistics/{paper}");

        var tiles = page.QuerySelectorAll(".tile").Select(tile => tile.TextContent.Trim()).ToList();
        Assert.Equal("5", page.QuerySelector(".tile b")!.TextContent);
        Assert.Contains(tiles, tile => tile.StartsWith("55%", StringComparison.Ordinal) && tile.EndsWith(mean, StringComparison.Ordinal));
        Assert.Contains(tiles, tile => tile.StartsWith("47.1%", StringComparison.Ordinal));
        var rows = page.QuerySelectorAll("table.items tbody tr");
        Assert.Equal(questions.Select(question => question.Key), rows.Select(row => row.QuerySelector("a")!.TextContent));
        Assert.Equal(["80%", "60%", "40%", "40%"], rows.Select(row => row.QuerySelectorAll("td")[2].TextContent.Trim()));
        Assert.Equal(["19.6%", "8%", "16.7%", "76.4%"], rows.Select(row => row.QuerySelectorAll("td")[3].TextContent.Trim()));
        Assert.All(rows, row => Assert.Equal("few", row.ClassName));
        // Five are fewer than twenty, which is said; and nothing is undefined here.
        Assert.Contains("20", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(undefined, page.QuerySelector("main")!.TextContent.Split("<details")[0].Split(language == "zh" ? "怎么算" : "How these")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_undefined_is_said_with_its_reason()
    {
        var paper = await site.PaperAsync();
        var questions = await site.QuestionsAsync(2);
        await site.SatAsync(paper, new(), (questions[0], "a", 1), (questions[1], "a", 1));
        await site.SatAsync(paper, new(), (questions[0], "a", 1), (questions[1], "b", 0));

        var page = await StatisticsSite.PageAsync(await site.BrowserAsync(), $"/en/author/statistics/{paper}");

        var first = page.QuerySelectorAll("table.items tbody tr")[0].QuerySelectorAll("td")[3];
        Assert.Equal("undefined everybody has the same mark", string.Join(' ', first.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(page.QuerySelectorAll(".facts .undefined"), one => one.TextContent.Contains("too few attempts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_last_and_all_exams_count_as_chosen_and_practice_never()
    {
        var paper = await site.PaperAsync();
        var question = await site.QuestionAsync();
        var (ann, bo) = (await site.LearnerAsync(), await site.LearnerAsync());
        await site.SatAsync(paper, new() { Learner = ann }, (question, "b", 0));
        await site.SatAsync(paper, new() { Learner = ann, Number = 2 }, (question, "b", 0));
        await site.SatAsync(paper, new() { Learner = ann, Number = 3 }, (question, "a", 1));
        await site.SatAsync(paper, new() { Learner = bo }, (question, "a", 1));
        await site.SatAsync(paper, new() { Mode = AttemptMode.Practice }, (question, "b", 0));
        var browser = await site.BrowserAsync();

        Assert.Equal(("2", "50%"), await FiguresAsync("first"));
        Assert.Equal(("2", "100%"), await FiguresAsync("last"));
        Assert.Equal(("4", "50%"), await FiguresAsync("all"));
        // Anything else is the usual choice.
        Assert.Equal(("2", "50%"), await FiguresAsync("nonsense"));

        async Task<(string, string)> FiguresAsync(string which)
        {
            var tiles = (await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{paper}?attempts={which}")).QuerySelectorAll(".tile b");
            return (tiles[0].TextContent.Trim(), tiles[1].TextContent.Trim());
        }
    }

    [Fact]
    public async Task New_attempts_show_after_a_minute_or_at_once_when_asked()
    {
        var (paper, questions) = await FiveAndFourAsync();
        var browser = await site.BrowserAsync();
        var address = $"/en/author/statistics/{paper}";
        Assert.Equal("5", await AttemptsAsync());

        await site.SatAsync(paper, new(), [.. questions.Select(question => (question, "a", 1.0))]);
        Assert.Equal("5", await AttemptsAsync());
        site.Clock.Advance(StatisticsRefresh.Pause);
        Assert.Equal("6", await AttemptsAsync());

        await site.SatAsync(paper, new(), [.. questions.Select(question => (question, "a", 1.0))]);
        var pressed = await StatisticsSite.SubmitAsync(browser, await StatisticsSite.PageAsync(browser, address), address + "/compute");
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
        Assert.Equal("7", await AttemptsAsync());

        async Task<string> AttemptsAsync() => (await StatisticsSite.PageAsync(browser, address)).QuerySelector(".tile b")!.TextContent;
    }

    [Fact]
    public async Task The_table_is_sorted_by_links_and_undefined_stands_last()
    {
        var paper = await site.PaperAsync();
        var questions = await site.QuestionsAsync(3);
        foreach (var (second, third) in ((double, double)[])[(1, 1), (0, 1), (0, 0)])
            await site.SatAsync(paper, new(), (questions[0], "a", 1), (questions[1], second > 0 ? "a" : "b", second), (questions[2], third > 0 ? "a" : "b", third));
        var browser = await site.BrowserAsync();
        var plain = await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{paper}");

        var up = plain.QuerySelectorAll("table.items thead a").Single(link => link.TextContent.Contains("Facility", StringComparison.Ordinal)).GetAttribute("href")!;
        var rising = await StatisticsSite.PageAsync(browser, up);
        var down = rising.QuerySelector("table.items [aria-sort] a")!.GetAttribute("href")!;
        var falling = await StatisticsSite.PageAsync(browser, down);
        var efficient = await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{paper}?sort=Discrimination&down=1");

        Assert.Equal([questions[0].Key, questions[1].Key, questions[2].Key], Keys(plain));
        Assert.Equal([questions[1].Key, questions[2].Key, questions[0].Key], Keys(rising));
        Assert.Equal([questions[0].Key, questions[2].Key, questions[1].Key], Keys(falling));
        Assert.Equal("descending", falling.QuerySelector("table.items [aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(questions[0].Key, Keys(efficient).Last());

        static IEnumerable<string> Keys(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("table.items tbody th a").Select(link => link.TextContent);
    }

    [Fact]
    public async Task A_question_is_followed_through_papers_versions_and_languages()
    {
        var (one, other) = (await site.PaperAsync(), await site.PaperAsync());
        var question = await site.QuestionAsync();
        var filler = await site.QuestionAsync();
        var old = question.CurrentVersion;
        for (var i = 0; i < 25; i++)
        {
            await site.SatAsync(one, new(), (question, i < 24 ? "a" : "b", i < 24 ? 1 : 0), (filler, "a", i % 2));
            await site.SatAsync(one, new() { Language = "en" }, (question, i < 10 ? "a" : "b", i < 10 ? 1 : 0), (filler, "a", i % 2));
        }
        await using (var db = await site.OpenDatabaseAsync())
            await Quizzes.TestQuestions.EditAsync(db, question, KnowledgeBase.Questions.QuestionKind.Single, "edited");
        await site.SatAsync(other, new(), (question, "b", 0), (filler, "a", 1));
        var browser = await site.BrowserAsync();
        await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{one}");
        await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{other}");

        var page = await StatisticsSite.PageAsync(browser, $"/en/author/questions/{question.Key}?version=1");

        Assert.Equal("51", page.QuerySelector(".tile b")!.TextContent);
        var tiles = page.QuerySelectorAll(".tile").Select(tile => tile.TextContent).ToList();
        // 24 of 26 in Chinese, 10 of 25 in English.
        Assert.Contains(tiles, tile => tile.StartsWith("92.3%", StringComparison.Ordinal));
        Assert.Contains(tiles, tile => tile.StartsWith("40%", StringComparison.Ordinal));
        Assert.Contains("differ significantly", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        // Version 1: a 34 of 50, b 16, c nobody; only c is idle, and the reasons are there.
        var options = page.QuerySelectorAll("table.options tbody tr");
        Assert.Equal(["34 68%", "16 32%", "0 0%"], options.Select(row => string.Join(' ', row.QuerySelectorAll("td")[1].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([false, false, true], options.Select(row => row.QuerySelector(".flag") is not null));
        Assert.Contains("why b", options[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "50"], page.QuerySelectorAll("section[aria-labelledby=versions] tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent));
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=in-papers] tbody tr").Length);
        Assert.NotNull(page.QuerySelector($"a[href='/en/author/questions/{question.Key}/regrade']"));
        Assert.NotEqual(old, question.CurrentVersion);
    }

    [Fact]
    public async Task Both_tables_come_as_files_whose_cells_are_no_formulas()
    {
        var (paper, questions) = await FiveAndFourAsync();
        await using (var db = await site.OpenDatabaseAsync())
        {
            var stored = (await db.FindAsync<Paper>([paper], TestContext.Current.CancellationToken))!;
            stored.Title = new("=1+1", "=1+1");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var browser = await site.BrowserAsync();

        var ofPaper = await browser.GetStringAsync($"/en/author/statistics/{paper}/export.csv", TestContext.Current.CancellationToken);
        await StatisticsSite.PageAsync(browser, $"/en/author/statistics/{paper}");
        var ofQuestion = await browser.GetStringAsync($"/zh/author/questions/{questions[0].Key}/export.csv", TestContext.Current.CancellationToken);

        var lines = ofPaper.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains(lines, line => line.StartsWith("Paper,", StringComparison.Ordinal) && line.Contains("'=1+1", StringComparison.Ordinal));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"1,{questions[0].Key},5,0.8,{10 / Math.Sqrt(0.26):0.####},28.5714,21.2459,0.8,,"), lines);
        Assert.Contains("区分度,19.6116", ofQuestion, StringComparison.Ordinal);
        Assert.Contains("1,a,正确,4,5,0.1961", ofQuestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_every_paper_and_computes_what_was_never_looked_at()
    {
        var (paper, _) = await FiveAndFourAsync();
        var browser = await site.BrowserAsync();

        await Quizzes.QuizSite.EventuallyAsync(async () =>
            (await StatisticsSite.PageAsync(browser, "/zh/author/statistics")).QuerySelectorAll("tbody tr").Single(row => row.QuerySelector($"a[href$='{paper}']") is not null)
                .TextContent.Contains("55%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        var browser = await site.BrowserAsync();

        foreach (var address in (string[])["statistics/none", "statistics/none/export.csv", "questions/none/none", "questions/none/none/regrade", "questions/none/none/export.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/en/author/{address}", TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>The table of <see cref="ItemAnalysisTests"/> as attempts.</summary>
    private async Task<(string Paper, Question[] Questions)> FiveAndFourAsync()
    {
        var paper = await site.PaperAsync();
        var questions = await site.QuestionsAsync(4);
        foreach (var marks in (double[][])[[1, 1, 1, 1], [1, 1, 0, 1], [1, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]])
            await site.SatAsync(paper, new(), [.. questions.Zip(marks, (question, mark) => (question, mark > 0 ? "a" : "b", mark))]);
        return (paper, questions);
    }
}
