using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Content;

public class ImportTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_stored_whole()
    {
        using var book = TestBook.Imported();
        await using var db = book.Open();

        Assert.Equal(["alpha/en", "alpha/zh", "beta/en", "beta/zh"], (await db.Set<Article>().Select(article => article.Section + "/" + article.Language).ToListAsync(Stop)).Order(StringComparer.Ordinal));
        Assert.Equal(8, await db.Set<Question>().CountAsync(question => !question.Retired, Stop));
        var alpha = await db.Set<Section>().SingleAsync(section => section.Slug == "alpha", Stop);
        Assert.Equal((new("什么是甲？", "What is alpha?"), new("甲", "Alpha"), 1, 6), (alpha.Title, alpha.Short, alpha.Position, alpha.Questions));
        var zh = await db.Set<Article>().SingleAsync(article => article.Section == "alpha" && article.Language == "zh", Stop);
        Assert.Equal([new(2, "intro", "开头"), new(2, "more", "更多")], zh.Contents);
        Assert.Equal(["alpha", "阿尔法"], zh.Synonyms["甲"]);
        Assert.False(zh.HasMath);
    }

    [Fact]
    public async Task Every_section_and_chapter_with_questions_has_a_paper_beside_those_of_the_authors()
    {
        using var book = TestBook.Imported();
        await using var db = book.Open();

        var papers = await db.Set<Paper>().OrderBy(paper => paper.Position).ToListAsync(Stop);

        Assert.Equal(["mixed", "chosen", "chapter-basics", "section-alpha", "section-beta"], papers.Select(paper => paper.Key));
        Assert.Equal([5, 2, 7, 6, 1], papers.Select(paper => paper.Blueprint.Count));
        Assert.Equal(5, papers[0].Blueprint.Minutes);
        Assert.Equal(["alpha/sum", "beta/only"], papers[1].Blueprint.Questions);
        Assert.Equal(["alpha", "beta"], papers[2].Blueprint.Sections);
        Assert.Equal(new Bilingual("甲", "Alpha"), papers[3].Title);
    }

    [Fact]
    public async Task What_has_not_changed_costs_nothing()
    {
        using var book = TestBook.Imported();
        var stored = await File.ReadAllBytesAsync(book.Store, Stop);
        var changes = 0;
        book.Book.Changed += (_, _) => changes++;

        var result = await book.ImportAsync();

        Assert.False(result.HasChanged);
        Assert.Empty(result.Sections);
        Assert.Equal(0, changes);
        Assert.Equal(stored, await File.ReadAllBytesAsync(book.Store, Stop));
    }

    [Fact]
    public async Task Only_a_changed_section_is_read_again_and_whoever_keeps_pages_hears_of_it()
    {
        using var book = TestBook.Imported();
        var changes = 0;
        book.Book.Changed += (_, _) => changes++;
        book.Edit("basics/beta/zh.md", "乙。\n", "乙，改过了。\n");

        var result = await book.ImportAsync();

        Assert.Equal("beta", Assert.Single(result.Sections).Slug);
        Assert.Equal(1, changes);
        await using var db = book.Open();
        Assert.Contains("改过了", (await db.Set<Article>().SingleAsync(article => article.Section == "beta" && article.Language == "zh", Stop)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_moves_to_another_chapter_takes_everything_along_and_links_to_it_are_written_anew()
    {
        using var book = TestBook.Imported();
        Directory.CreateDirectory(book.PathOf("more"));
        Directory.Move(book.PathOf("basics/beta"), book.PathOf("more/beta"));
        book.Edit("book.yml", "      - beta", "  - slug: more\n    title: { zh: 更多, en: More }\n    summary: { zh: 一节, en: One }\n    sections: [beta]");

        Assert.Empty(await book.ErrorsAsync());

        await using var db = book.Open();
        Assert.Equal("more", (await db.Set<Section>().SingleAsync(section => section.Slug == "beta", Stop)).Chapter);
        Assert.Contains("href=\"/zh/read/more/beta#start\"", (await db.Set<Article>().SingleAsync(article => article.Section == "alpha" && article.Language == "zh", Stop)).Html, StringComparison.Ordinal);
        Assert.False((await db.Set<Question>().SingleAsync(question => question.Key == "beta/only", Stop)).Retired);
    }

    [Fact]
    public async Task A_formula_is_rendered_once_and_then_taken_from_the_store()
    {
        using var book = TestBook.Imported();
        book.Edit("basics/beta/zh.md", "乙。\n", "乙是$\\beta$，$\\beta$是乙。\n");
        book.Edit("basics/beta/en.md", "Beta.\n", "It is $\\beta$.\n");
        await book.ImportAsync();
        await using var db = book.Open();
        var marked = (await db.Set<Formula>().SingleAsync(Stop)).Html;
        await db.Database.ExecuteSqlAsync($"UPDATE Formulas SET Html = '[kept]' || Html", Stop);
        book.Edit("basics/beta/en.md", "It is", "That is");

        await book.ImportAsync();

        var html = (await db.Set<Article>().AsNoTracking().SingleAsync(article => article.Section == "beta" && article.Language == "en", Stop)).Html;
        Assert.Contains("That is [kept]" + marked, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_leave_one_book()
    {
        using var one = TestBook.Imported();
        one.Edit("basics/beta/zh.md", "乙。\n", "乙，改过了。\n");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var importer = TestBook.Over(one);
            return await importer.ImportAsync();
        })));

        Assert.All(results, result => Assert.Empty(result.Problems.Errors));
        Assert.Single(results, result => result.HasChanged);
        await using var db = one.Open();
        Assert.Equal(4, await db.Set<Article>().CountAsync(Stop));
        Assert.Equal(8, await db.Set<Question>().CountAsync(Stop));
    }
}
