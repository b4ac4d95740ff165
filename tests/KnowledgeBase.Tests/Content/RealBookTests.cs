using System.Diagnostics;
using KnowledgeBase.Articles;
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
}
