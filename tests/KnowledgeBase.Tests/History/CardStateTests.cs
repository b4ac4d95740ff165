using KnowledgeBase.History.Cards;

namespace KnowledgeBase.Tests.History;

public class CardStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static Sight Right(double days = 0) => new(Noon.AddDays(days), 1, true, 0, false);

    private static Sight Wrong(double days = 0) => new(Noon.AddDays(days), 0, true, 0, false);

    private static CardState Met(params Sight[] sights) => sights.Aggregate((CardState?)null, CardState.After)!;

    [Fact]
    public void A_wrong_answer_stays_in_the_book_until_two_right_ones_in_a_row()
    {
        Assert.True(Met(Wrong()).IsWrong);
        Assert.True(Met(Wrong(), Right(1)).IsWrong);
        Assert.False(Met(Wrong(), Right(1), Right(2)).IsWrong);
        Assert.True(Met(Wrong(), Right(1), Wrong(2), Right(3)).IsWrong);
        Assert.True(Met(Right(), Right(1), Wrong(2)).IsWrong);
        Assert.False(Met(Right()).IsWrong);
    }

    [Fact]
    public void Half_a_mark_is_not_right()
    {
        var card = Met(Right() with { Mark = .5 });

        Assert.Equal((true, 0, .5), (card.IsWrong, card.RightInARow, card.LastMark));
        Assert.Equal(Grade.Again, CardState.GradeOf(null, Right() with { Mark = .5 }));
    }

    [Fact]
    public void Right_is_good_wrong_is_again_and_a_doubtful_right_is_hard_but_nothing_is_easy()
    {
        Assert.Equal(Grade.Good, CardState.GradeOf(null, Right()));
        Assert.Equal(Grade.Good, CardState.GradeOf(null, Right() with { Confidence = 2 }));
        Assert.Equal(Grade.Good, CardState.GradeOf(null, Right() with { Confidence = 3 }));
        Assert.Equal(Grade.Hard, CardState.GradeOf(null, Right() with { Confidence = 1 }));
        Assert.Equal(Grade.Hard, CardState.GradeOf(null, Right() with { IsRetry = true }));
        Assert.Equal(Grade.Again, CardState.GradeOf(null, Wrong() with { Confidence = 3, IsRetry = true }));
    }

    [Fact]
    public void What_was_not_answered_teaches_the_review_nothing()
    {
        var before = Met(Right());
        var after = CardState.After(before, Wrong(3) with { Answered = false });

        Assert.Null(CardState.GradeOf(before, Wrong(3) with { Answered = false }));
        Assert.Equal((before.Memory, before.ReviewedAt, before.DueAt), (after.Memory, after.ReviewedAt, after.DueAt));
        Assert.Equal((0, true, Noon.AddDays(3)), (after.LastMark, after.IsWrong, after.LastSeenAt));
    }

    [Fact]
    public void Only_the_first_answer_of_a_UTC_day_counts()
    {
        var first = Met(Wrong(.49));

        Assert.Null(CardState.GradeOf(Met(Wrong(.1)), Right(.4)));
        Assert.Equal(Met(Wrong(.1)).DueAt, Met(Wrong(.1), Right(.4)).DueAt);
        // Half an hour later, but midnight lies between.
        Assert.Equal(Grade.Good, CardState.GradeOf(first, Right(.51)));
        Assert.Equal(Fsrs.Default.Next(first.Memory!, Grade.Good, 1), CardState.After(first, Right(.51)).Memory);
    }

    [Fact]
    public void It_is_due_at_the_beginning_of_its_day()
    {
        var card = Met(Right());

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), card.DueAt);
        Assert.Equal(2.3065, card.Memory!.Stability);
    }

    [Fact]
    public void An_attempt_closed_late_changes_nothing_that_is_newer()
    {
        var card = Met(Right(5));

        Assert.Same(card, CardState.After(card, Wrong(4)));
        Assert.Null(CardState.GradeOf(card, Wrong(4)));
    }
}
