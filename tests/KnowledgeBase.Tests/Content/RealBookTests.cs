using System.Diagnostics;
using KnowledgeBase.Articles;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Content;

public class RealBookTests
{
    [Fact]
    public async Task The_book_has_no_problem_and_importing_it_again_costs_nothing()
    {
        using var book = TestBook.Of(Repository.Content);
        File.Copy(PreparedStore.RealBook, book.Store);
        var clock = Stopwatch.StartNew();

        var again = await book.ImportAsync();

        Assert.Empty(again.Problems.Errors);
        Assert.False(again.HasChanged, "The prepared store lacks the book: its import was refused.");
        // Half a second on an idle machine would be far too much; a busy one gets some grace.
        Assert.True(again.Took < TimeSpan.FromSeconds(2), $"{again.Took}");
    }

    [Fact]
    public async Task Every_section_is_there_in_both_languages_with_its_paper()
    {
        using var book = TestBook.Of(Repository.Content);
        File.Copy(PreparedStore.RealBook, book.Store);
        var outline = await book.Book.OutlineAsync();
        await using var db = book.Open();

        Assert.NotEmpty(outline.Sections);
        foreach (var section in outline.Sections)
        {
            Assert.Equal(2, await db.Set<Article>().CountAsync(article => article.Section == section.Slug, TestContext.Current.CancellationToken));
            var paper = await db.Set<Paper>().SingleAsync(one => one.Key == "section-" + section.Slug, TestContext.Current.CancellationToken);
            Assert.Equal(Math.Min(10, section.Questions), paper.Blueprint.Count);
        }
        Assert.Equal((20, 20), await db.Set<Paper>().Where(paper => paper.Key == "mixed").ToListAsync(TestContext.Current.CancellationToken) is [var mixed] ? (mixed.Blueprint.Count, mixed.Blueprint.Minutes) : (0, 0));
    }

    [Theory]
    [InlineData("mixed", "8 8 4")]
    [InlineData("mixed-2", "4 10 6")]
    [InlineData("mixed-3", "2 6 12")]
    public async Task A_mixed_exam_keeps_its_mix_and_asks_about_all_seven_chapters(string key, string mix)
    {
        using var book = TestBook.Of(Repository.Content);
        File.Copy(PreparedStore.RealBook, book.Store);
        using var bank = new QuestionBank(book.Factory, book.Book);
        var (all, outline) = (await bank.CandidatesAsync(), await book.Book.OutlineAsync());
        await using var db = book.Open();
        var paper = await db.Set<Paper>().SingleAsync(one => one.Key == key, TestContext.Current.CancellationToken);

        for (var seed = 0; seed < 200; seed++)
        {
            var drawn = Draw.Questions(paper.Blueprint, all, new(seed));

            Assert.Equal(20, drawn.Distinct().Count());
            Assert.Equal(7, drawn.Select(one => outline.ChapterOf(one.Section)!.Slug).Distinct().Count());
            Assert.Equal(mix, $"{drawn.Count(one => one.Difficulty <= 2)} {drawn.Count(one => one.Difficulty == 3)} {drawn.Count(one => one.Difficulty >= 4)}");
        }
        Assert.Equal(60, paper.Rules.PassMark);
    }

    [Fact]
    public async Task The_mistakes_paper_asks_only_what_is_a_common_mistake()
    {
        using var book = TestBook.Of(Repository.Content);
        File.Copy(PreparedStore.RealBook, book.Store);
        using var bank = new QuestionBank(book.Factory, book.Book);
        await using var db = book.Open();
        var paper = await db.Set<Paper>().SingleAsync(one => one.Key == "mistakes", TestContext.Current.CancellationToken);

        var drawn = Draw.Questions(paper.Blueprint, await bank.CandidatesAsync(), new(7));

        Assert.Equal(20, drawn.Length);
        Assert.All(drawn, one => Assert.Contains("mistake", one.Tags));
    }
}
