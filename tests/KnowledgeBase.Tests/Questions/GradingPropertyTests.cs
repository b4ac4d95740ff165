using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Questions;
using KnowledgeBase.Tests.Quizzes;

namespace KnowledgeBase.Tests.Questions;

/// <summary>What holds of every kind, whatever the question and the answer.</summary>
public class GradingPropertyTests
{
    [Property(MaxTest = 600)]
    public Property A_mark_is_between_nothing_and_everything_and_does_not_depend_on_the_authors_order() => Prop.ForAll(GradedCases.Any().ToArbitrary(), one =>
    {
        var mark = Mark(one);
        // An order's items are its key; all else may stand in the file as it likes.
        var turned = one.Body with { Options = [.. one.Body.Options.Reverse()], Pairs = [.. one.Body.Pairs.Reverse()] };

        Assert.InRange(mark, 0, 1);
        Assert.InRange(Grading.Mark(one.Kind, one.Body, one.Shown, one.Choices, allOrNothing: true), 0, mark);
        Assert.Equal(mark, Mark(one with { Body = turned }));
        if (IsTicked(one.Kind))
            Assert.Equal(mark, Mark(one with { Choices = [.. one.Choices.Reverse()] }));
    });

    [Property(MaxTest = 600)]
    public Property The_order_in_which_things_were_shown_does_not_change_the_mark() => Prop.ForAll(GradedCases.Any().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (one, seed) =>
        Assert.Equal(Mark(one), Mark(GradedCases.Shuffled(one, new(seed)))));

    [Property(MaxTest = 600)]
    public Property Only_the_whole_key_earns_everything() => Prop.ForAll(GradedCases.Any().ToArbitrary(), one =>
    {
        var key = Key(one);

        Assert.Equal(1, Mark(one with { Choices = key }));
        Assert.Equal(1, Grading.Mark(one.Kind, one.Body, one.Shown, key, allOrNothing: true));
        if (IsTicked(one.Kind))
            Assert.Equal(key.ToHashSet().SetEquals(one.Choices), Mark(one) == 1);
        else if (one.Kind != QuestionKind.Numeric)
            Assert.Equal(key.SequenceEqual(one.Choices), Mark(one) == 1);
    });

    [Property(MaxTest = 300)]
    public Property Another_wrong_choice_never_helps() => Prop.ForAll(GradedCases.Any().ToArbitrary(), one =>
    {
        foreach (var wrong in one.Body.Options.Where(option => !option.Correct && !one.Choices.Contains(option.Id)))
            Assert.True(Mark(one with { Choices = [.. one.Choices, wrong.Id] }) <= Mark(one));
    });

    [Property(MaxTest = 600)]
    public Property An_answer_comes_back_from_the_store_as_it_went_in() => Prop.ForAll(GradedCases.Any().ToArbitrary(), one =>
    {
        var stored = Choices.Read(one.Kind, Choices.Write(one.Kind, one.Choices));

        Assert.Equal(Mark(one), Mark(one with { Choices = stored }));
        Assert.Equal(one.Choices.All(string.IsNullOrEmpty) ? [] : IsTicked(one.Kind) ? one.Choices.Order() : one.Choices, stored);
    });

    private static bool IsTicked(QuestionKind kind) => kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Boolean;

    private static double Mark(GradedCase one) => GradedCases.Mark(one);

    private static string[] Key(GradedCase one) => TestQuestions.Key(one.Kind, one.Body, one.Shown);
}
