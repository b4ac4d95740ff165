using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Quizzes;

public class PartDrawTests
{
    /// <summary>Four sections with three questions of each difficulty; every third is a mistake.</summary>
    private static readonly Candidate[] All = [..
        from section in Enumerable.Range(1, 4)
        from difficulty in Enumerable.Range(1, 5)
        from number in Enumerable.Range(1, 3)
        let id = section * 100 + difficulty * 10 + number
        select new Candidate(id, id, $"s{section}/{id}", $"s{section}", difficulty, 60) { Tags = number == 3 ? ["mistake"] : [] }];

    [Property]
    public void The_same_seed_draws_the_same_paper(int seed, int shape)
    {
        var blueprint = Any(shape);

        Assert.Equal(Keys(Draw.Questions(blueprint, All, new(seed))), Keys(Draw.Questions(blueprint, All, new(seed))));
    }

    [Property]
    public void Nothing_is_drawn_twice_and_everything_fits_its_part(int seed, int shape)
    {
        BlueprintPart[] parts = Any(shape).Parts;

        var drawn = PartDraw.Of(parts, All, new(seed));

        Assert.Equal(parts.Length, drawn.Count);
        Assert.All(parts.Zip(drawn), pair =>
        {
            Assert.True(pair.Second.Count <= pair.First.Count);
            Assert.All(pair.Second, one => Assert.True(pair.First.Fits(one)));
        });
        var all = drawn.SelectMany(one => one).Select(one => one.QuestionId).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Property]
    public void As_many_are_drawn_as_any_choice_could_give(int seed, int shape)
    {
        BlueprintPart[] parts = Any(shape).Parts;
        // Small enough that counting by Hall's theorem is quick: over all sets of parts, what they want against what they may have.
        Candidate[] few = [.. All.Where((_, index) => index % 4 == Math.Abs(shape % 4))];
        var most = Enumerable.Range(0, 1 << parts.Length).Min(set =>
            parts.Where((_, index) => (set >> index & 1) == 0).Sum(part => part.Count)
            + few.Count(one => parts.Where((_, index) => (set >> index & 1) == 1).Any(part => part.Fits(one))));

        Assert.Equal(most, PartDraw.Of(parts, few, new(seed)).Sum(drawn => drawn.Count));
    }

    [Property]
    public void A_part_with_too_little_spoils_nobody_elses(int seed)
    {
        BlueprintPart[] parts = [new([], [], [], 10), new(["s1"], [5], [], 9), new(["gone"], [], [], 4), new([], [2], ["mistake"], 2)];

        var drawn = PartDraw.Of(parts, All, new(seed));

        Assert.Equal([10, 3, 0, 2], drawn.Select(part => part.Count));
    }

    [Fact]
    public void Parts_whose_pools_overlap_in_a_ring_all_get_theirs()
    {
        Candidate[] three = [Of("a"), Of("b"), Of("c")];
        BlueprintPart[] parts = [new(["a", "b"], [], [], 1), new(["b", "c"], [], [], 1), new(["c", "a"], [], [], 1)];

        for (var seed = 0; seed < 100; seed++)
            Assert.Equal([1, 1, 1], PartDraw.Of(parts, three, new(seed)).Select(part => part.Count));

        static Candidate Of(string section) => new(section[0], section[0], section + "/1", section, 1, 60);
    }

    [Property]
    public void A_section_is_asked_again_only_when_all_others_were(int seed)
    {
        BlueprintPart[] parts = [new([], [1, 2], [], 3), new([], [3], [], 3), new([], [4, 5], [], 2)];

        var sections = PartDraw.Of(parts, All, new(seed)).SelectMany(part => part).CountBy(one => one.Section);

        Assert.All(sections, section => Assert.Equal(2, section.Value));
    }

    [Fact]
    public void Different_parts_are_mixed_in_the_paper()
    {
        var blueprint = new Blueprint { Parts = [new([], [1], [], 5), new([], [5], [], 5)], Count = 10 };

        var orders = Enumerable.Range(0, 50).Select(seed => string.Concat(Draw.Questions(blueprint, All, new(seed)).Select(one => one.Difficulty))).ToList();

        Assert.InRange(orders.Distinct().Count(), 30, 50);
        Assert.All(orders, order => Assert.Equal(5, order.Count(one => one == '5')));
        Assert.DoesNotContain("1111155555", orders);
    }

    [Fact]
    public void Only_what_has_one_of_the_tags_is_drawn()
    {
        var drawn = Draw.Questions(new() { Tags = ["mistake", "applied"], Count = 100 }, All, new(1));

        Assert.Equal(20, drawn.Length);
        Assert.All(drawn, one => Assert.Equal(["mistake"], one.Tags));
    }

    [Fact]
    public void A_blueprint_stored_before_there_were_parts_still_reads_and_draws_the_same()
    {
        const string Old = """{"sections":["s2"],"difficulties":[1,5],"questions":[],"count":4,"minutes":null}""";

        var blueprint = JsonSerializer.Deserialize<Blueprint>(Old, Json.Options)!;

        Assert.Empty(blueprint.Parts);
        Assert.Empty(blueprint.Tags);
        Assert.Equal(
            Keys(Draw.Questions(new() { Sections = ["s2"], Difficulties = [1, 5], Count = 4 }, All, new(3))),
            Keys(Draw.Questions(blueprint, All, new(3))));
    }

    [Fact]
    public void A_section_that_gets_another_name_stays_in_the_blueprint()
    {
        var blueprint = new Blueprint { Parts = [new(["s1", "s10"], [], [], 1)], Questions = ["s1/111", "s10/1"], Count = 1 }.Renamed("s1", "new");

        Assert.Equal(["new", "s10"], blueprint.Parts[0].Sections);
        Assert.Equal(["new/111", "s10/1"], blueprint.Questions);
    }

    private static string[] Keys(IEnumerable<Candidate> drawn) => [.. drawn.Select(one => one.Key)];

    /// <summary>One to four parts that a number stands for.</summary>
    private static Blueprint Any(int shape)
    {
        var random = new SplitMix64(shape);
        BlueprintPart[] parts = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => new BlueprintPart(
            [.. Enumerable.Range(1, 4).Where(_ => random.Next(3) == 0).Select(section => $"s{section}")],
            [.. Enumerable.Range(1, 5).Where(_ => random.Next(3) == 0)],
            random.Next(4) == 0 ? ["mistake"] : [],
            1 + random.Next(8)))];
        return new() { Parts = parts, Count = parts.Sum(part => part.Count) };
    }
}
