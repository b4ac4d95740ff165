using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Questions;

public class GradingTests
{
    private static readonly Bilingual Nothing = new("", "");

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
    public void Of_several_right_answers_each_wrong_one_takes_a_right_one_back(string choices, double mark) =>
        Assert.Equal(mark, Mark(QuestionKind.Multiple, "ab", "cd", choices));

    [Property(MaxTest = 300)]
    public Property A_mark_is_between_nothing_and_everything_and_does_not_depend_on_any_order() => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        var mark = Grading.Mark(one.Kind, one.Body, one.Choices);
        var turned = one.Body with { Options = [.. one.Body.Options.Reverse()] };

        Assert.InRange(mark, 0, 1);
        Assert.Equal(mark, Grading.Mark(one.Kind, turned, one.Choices));
        Assert.Equal(mark, Grading.Mark(one.Kind, one.Body, [.. one.Choices.Reverse()]));
    });

    [Property(MaxTest = 300)]
    public Property Only_the_whole_key_earns_everything() => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        var key = one.Body.Options.Where(option => option.Correct).Select(option => option.Id).ToArray();

        Assert.Equal(1, Grading.Mark(one.Kind, one.Body, key));
        Assert.Equal(key.ToHashSet().SetEquals(one.Choices), Grading.Mark(one.Kind, one.Body, one.Choices) == 1);
    });

    [Property(MaxTest = 300)]
    public Property Another_wrong_choice_never_helps() => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        foreach (var wrong in one.Body.Options.Where(option => !option.Correct && !one.Choices.Contains(option.Id)))
            Assert.True(Grading.Mark(one.Kind, one.Body, [.. one.Choices, wrong.Id]) <= Grading.Mark(one.Kind, one.Body, one.Choices));
    });

    [Fact]
    public void What_nobody_can_grade_yet_is_not_given_a_mark() =>
        Assert.Throws<NotSupportedException>(() => Mark(QuestionKind.Numeric, "a", "b", "a"));

    private static double Mark(QuestionKind kind, string right, string wrong, string choices) =>
        Grading.Mark(kind, Body(right.Select(id => (id, true)).Concat(wrong.Select(id => (id, false)))), [.. choices.Select(id => id.ToString())]);

    private static QuestionBody Body(IEnumerable<(char Id, bool Correct)> options) => new()
    {
        Stem = Nothing,
        Explanation = Nothing,
        Options = [.. options.Select(option => new Option(option.Id.ToString(), option.Correct, Nothing, Nothing))],
    };

    /// <summary>Any question that the importer would take, and any choices that its form admits.</summary>
    private static Gen<Case> Cases() =>
        from kind in Gen.Elements(Grading.Kinds)
        from count in kind == QuestionKind.Boolean ? Gen.Constant(2) : Gen.Choose(3, 6)
        from right in kind == QuestionKind.Multiple ? Gen.Choose(2, count - 1) : Gen.Constant(1)
        from order in Gen.Shuffle(Enumerable.Range(0, count))
        from chosen in Gen.SubListOf(Enumerable.Range(0, count))
        let ids = Enumerable.Range(0, count).Select(i => (Id: (char)('a' + i), Correct: order[i] < right))
        let choices = chosen.Select(i => ((char)('a' + i)).ToString()).ToArray()
        select new Case(kind, Body(ids), kind == QuestionKind.Multiple ? choices : [.. choices.Take(1)]);

    private sealed record Case(QuestionKind Kind, QuestionBody Body, string[] Choices);
}
