using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Questions;

public class GradingTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("b", 0)]
    [InlineData("ab", 0)]
    public void One_right_answer_earns_all_or_nothing(string choices, double mark)
    {
        Assert.Equal(mark, Mark(QuestionKind.Single, "a", "bcd", choices));
        Assert.Equal(mark, Mark(QuestionKind.Boolean, "a", "b", choices));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("ab", 1)]
    [InlineData("a", 0.5)]
    [InlineData("ac", 0)]
    [InlineData("abc", 0.5)]
    [InlineData("abcd", 0)]
    [InlineData("cd", 0)]
    [InlineData("c", 0)]
    public void Of_several_right_answers_each_wrong_one_takes_a_right_one_back(string choices, double mark)
    {
        Assert.Equal(mark, Mark(QuestionKind.Multiple, "ab", "cd", choices));
        Assert.Equal(mark == 1 ? 1 : 0, Mark(QuestionKind.Multiple, "ab", "cd", choices, allOrNothing: true));
    }

    [Theory]
    [InlineData("abcd", 1)]
    [InlineData("bcda", 2 / 3.0)]
    [InlineData("abdc", 1 / 3.0)]
    [InlineData("dcba", 0)]
    [InlineData("cdab", 2 / 3.0)]
    [InlineData("a-cd", 1 / 3.0)]
    [InlineData("ab--", 1 / 3.0)]
    [InlineData("a--b", 0)]
    [InlineData("----", 0)]
    public void An_order_earns_the_share_of_neighbours_that_it_keeps(string places, double mark) =>
        Assert.Equal(mark, GradedCases.Mark(new(QuestionKind.Order, GradedCases.Body(QuestionKind.Order, 4, 0), ["i0", "i1", "i2", "i3"], Places(places))));

    [Theory]
    [InlineData("abc", 1)]
    [InlineData("acb", 1 / 3.0)]
    [InlineData("bca", 0)]
    [InlineData("aaa", 1 / 3.0)]
    [InlineData("a--", 1 / 3.0)]
    [InlineData("---", 0)]
    public void A_match_earns_the_share_of_pairs(string places, double mark) =>
        Assert.Equal(mark, GradedCases.Mark(new(QuestionKind.Match, GradedCases.Body(QuestionKind.Match, 3, 0), ["i0", "i1", "i2", "i0", "i1", "i2"], Places(places))));

    [Fact]
    public void Two_right_sides_that_say_the_same_are_equally_right()
    {
        var body = GradedCases.Body(QuestionKind.Match, 3, 0);
        var twice = body with { Pairs = [body.Pairs[0], body.Pairs[1] with { Right = body.Pairs[0].Right }, body.Pairs[2]] };

        Assert.Equal(1, GradedCases.Mark(new(QuestionKind.Match, twice, ["i0", "i1", "i2", "i0", "i1", "i2"], ["b", "a", "c"])));
    }

    [Theory]
    [InlineData("9.9", 1)]
    [InlineData("10,1", 1)]
    [InlineData("10.2", 0)]
    [InlineData("ten", 0)]
    public void A_number_within_the_tolerance_earns_everything(string text, double mark) =>
        Assert.Equal(mark, GradedCases.Mark(new(QuestionKind.Numeric, GradedCases.Body(QuestionKind.Numeric, 10, 0), [], [text])));


    [Fact]
    public void What_nobody_can_grade_is_not_given_a_mark() =>
        Assert.Throws<NotSupportedException>(() => Mark(QuestionKind.Open, "a", "b", "a"));

    private static string[] Places(string places) => [.. places.Select(one => one == '-' ? "" : one.ToString())];

    private static double Mark(QuestionKind kind, string right, string wrong, string choices, bool allOrNothing = false) =>
        Grading.Mark(kind, GradedCases.Body(right.Select(id => (id, true)).Concat(wrong.Select(id => (id, false)))), [], [.. choices.Select(id => id.ToString())], allOrNothing);
}
