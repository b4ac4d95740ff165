using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes;

public class DrawTests
{
    /// <summary>Five sections with five questions of each difficulty.</summary>
    private static readonly Candidate[] All = [..
        from section in Enumerable.Range(1, 5)
        from difficulty in Enumerable.Range(1, 5)
        from number in Enumerable.Range(1, 5)
        let id = section * 100 + difficulty * 10 + number
        select new Candidate(id, id, $"s{section}/{id}", $"s{section}", difficulty, 60)];

    [Fact]
    public void SplitMix64_gives_the_published_numbers()
    {
        var random = new SplitMix64(0);

        Assert.Equal(new ulong[] { 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F }, new[] { random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void A_seed_draws_the_same_paper_in_every_future_version()
    {
        var drawn = Draw.Questions(new() { Count = 6 }, All, new(20261124));

        Assert.Equal("523 435 252 145 355 312", string.Join(' ', drawn.Select(one => one.QuestionId)));
    }

    [Property]
    public void The_same_seed_draws_the_same_and_never_the_same_question_twice(int seed, PositiveInt count)
    {
        var blueprint = new Blueprint { Count = count.Get };

        var one = Draw.Questions(blueprint, All, new(seed));
        var other = Draw.Questions(blueprint, All, new(seed));

        Assert.Equal(one, other);
        Assert.Equal(Math.Min(count.Get, All.Length), one.Distinct().Count());
        Assert.Equal(one.Length, one.Distinct().Count());
    }

    [Property]
    public void Sections_and_difficulties_are_balanced(int seed)
    {
        var drawn = Draw.Questions(new() { Count = 20 }, All, new(seed));

        Assert.All(drawn.GroupBy(one => one.Section), section => Assert.Equal(4, section.Count()));
        Assert.All(drawn.GroupBy(one => one.Difficulty), difficulty => Assert.InRange(difficulty.Count(), 3, 5));
    }

    [Property]
    public void Only_what_the_blueprint_allows_is_drawn(int seed)
    {
        var drawn = Draw.Questions(new() { Sections = ["s2", "s4"], Difficulties = [1, 5], Count = 100 }, All, new(seed));

        Assert.Equal(20, drawn.Length);
        Assert.All(drawn, one => Assert.True(one.Section is "s2" or "s4" && one.Difficulty is 1 or 5));
    }

    [Fact]
    public void A_fixed_list_keeps_its_order_and_leaves_out_what_is_gone()
    {
        var drawn = Draw.Questions(new() { Questions = ["s3/311", "s9/gone", "s1/155"], Count = 3 }, All, new(1));

        Assert.Equal([311, 155], drawn.Select(one => one.QuestionId));
    }

    [Fact]
    public void Different_seeds_draw_different_papers()
    {
        var papers = Enumerable.Range(0, 200).Select(seed => string.Join(',', Draw.Questions(new() { Count = 5 }, All, new(seed)).Select(one => one.QuestionId)));

        Assert.Equal(200, papers.Distinct().Count());
    }

    [Property]
    public void A_number_stays_below_its_bound(int seed, PositiveInt bound) => Assert.InRange(new SplitMix64(seed).Next(bound.Get), 0, bound.Get - 1);

    [Fact]
    public void Every_order_of_three_comes_up_about_equally_often()
    {
        var orders = Enumerable.Range(0, 6000).CountBy(seed => string.Concat(new SplitMix64(seed).Shuffle(["a", "b", "c"]))).ToDictionary();

        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 850, 1150));
    }
}
