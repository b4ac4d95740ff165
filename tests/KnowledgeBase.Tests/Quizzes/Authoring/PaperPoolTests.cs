using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Quizzes.Authoring;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

public class PaperPoolTests
{
    private static readonly BookOutline Outline = new(
        [new() { Slug = "c", Position = 1, Title = new("章", "Chapter"), Summary = new("", "") }],
        [Section("one", 1), Section("two", 2)]);

    private static int _last;

    private static readonly Candidate[] All = [Of("one", 1), Of("one", 1), Of("one", 4), Of("two", 2)];

    [Fact]
    public void A_part_shows_its_pool_by_section_and_difficulty()
    {
        var pool = PaperPool.Of(new() { Parts = [new([], [1, 2], [], 2)], Count = 2 }, All, Outline, "en");

        var part = Assert.Single(pool.Parts);
        Assert.Equal(["one 2 0 0 0 0", "two 0 1 0 0 0"], part.Rows.Select(row => $"{row.Section} {string.Join(' ', row.Difficulties)}"));
        Assert.Equal((2, 2, 3, false), (part.Wanted, part.Drawn, part.Total, pool.IsShort));
    }

    [Fact]
    public void Parts_that_take_from_each_other_are_short_together_though_each_pool_alone_would_do()
    {
        var pool = PaperPool.Of(new() { Parts = [new(["one"], [], [], 2), new(["one"], [1], [], 2)], Count = 4 }, All, Outline, "en");

        Assert.True(pool.IsShort);
        Assert.Equal((4, 3), (pool.Wanted, pool.Drawn));
    }

    [Fact]
    public void A_section_or_a_question_that_left_the_book_is_named()
    {
        var drawn = PaperPool.Of(new() { Parts = [new(["one", "gone"], [], [], 1), new(["gone"], [], [], 1)], Count = 2 }, All, Outline, "en");
        var listed = PaperPool.Of(new() { Questions = ["one/1", "two/9"], Count = 2 }, All, Outline, "en");

        Assert.Equal(["gone"], drawn.Gone);
        Assert.Equal(["two/9"], listed.Gone);
        Assert.True(drawn.IsShort && listed.IsShort);
    }


    private static Candidate Of(string section, int difficulty)
    {
        var id = ++_last;
        return new(id, id, $"{section}/{id}", section, difficulty, 60);
    }

    private static Section Section(string slug, int position) => new() { Slug = slug, Chapter = "c", Position = position, Title = new(slug, slug), Short = new(slug, slug) };
}
