using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes;

public class AdmissionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_rules_everybody_may_begin()
    {
        Assert.Null(Exam(PaperRules.None, Noon, Noon.AddDays(-1), Noon));
        Assert.Null(Admission.Check(PaperRules.None, AttemptMode.Practice, [], Noon));
    }

    [Fact]
    public void A_window_opens_and_closes_on_the_moment()
    {
        var rules = new PaperRules { OpensAt = Noon, ClosesAt = Noon.AddHours(1) };

        Assert.Equal(new(RefusalReason.NotOpenYet, Noon), Exam(rules, Noon.AddMilliseconds(-1)));
        Assert.Null(Exam(rules, Noon));
        Assert.Null(Exam(rules, Noon.AddHours(1).AddMilliseconds(-1)));
        Assert.Equal(new(RefusalReason.Closed, Noon.AddHours(1)), Exam(rules, Noon.AddHours(1)));
    }

    [Fact]
    public void The_next_exam_waits_from_the_end_of_the_last()
    {
        var rules = new PaperRules { WaitMinutes = 30 };

        Assert.Equal(new(RefusalReason.TooSoon, Noon.AddMinutes(30)), Exam(rules, Noon.AddMinutes(30).AddMilliseconds(-1), Noon.AddHours(-9), Noon));
        Assert.Null(Exam(rules, Noon.AddMinutes(30), Noon));
        Assert.Null(Exam(rules, Noon));
    }

    [Fact]
    public void When_all_attempts_are_used_none_is_left()
    {
        var rules = new PaperRules { MostAttempts = 2, WaitMinutes = 5 };

        Assert.Null(Exam(rules, Noon, Noon.AddHours(-1)));
        Assert.Equal(new(RefusalReason.NoneLeft, Attempts: 2), Exam(rules, Noon, Noon.AddHours(-1), Noon.AddHours(-2)));
    }

    [Fact]
    public void Practice_counts_no_attempts_but_waits_for_the_window_and_for_those_who_still_sit_it()
    {
        var rules = new PaperRules { MostAttempts = 1, WaitMinutes = 60, OpensAt = Noon, ClosesAt = Noon.AddHours(1) };

        Assert.Equal(RefusalReason.NotOpenYet, Admission.Check(rules, AttemptMode.Practice, [], Noon.AddHours(-1))?.Reason);
        Assert.Null(Admission.Check(rules, AttemptMode.Practice, [Noon], Noon));
        Assert.Equal(new(RefusalReason.PracticeLater, Noon.AddHours(1)), Admission.Check(rules with { ReviewAfterWindow = true }, AttemptMode.Practice, [], Noon));
        Assert.Null(Admission.Check(rules with { ReviewAfterWindow = true }, AttemptMode.Practice, [], Noon.AddHours(1)));
        Assert.Equal(RefusalReason.ExamOnly, Admission.Check(rules with { ExamOnly = true }, AttemptMode.Practice, [], Noon.AddHours(9))?.Reason);
    }

    [Fact]
    public void One_persons_rules_take_the_place_of_everybodys_where_they_say_something()
    {
        var rules = new PaperRules { PassMark = 60, MostAttempts = 1, Multiplier = 1, OpensAt = Noon, ClosesAt = Noon.AddHours(1) };
        var person = new PaperOverride { PaperKey = "p", LearnerId = Guid.Empty, MostAttempts = 3, ClosesAt = Noon.AddDays(1) };

        var theirs = rules.For(person);

        Assert.Equal(rules with { MostAttempts = 3, ClosesAt = Noon.AddDays(1) }, theirs);
        Assert.Equal(rules, rules.For(null));
    }

    [Theory]
    [InlineData(60, .6, true)]
    [InlineData(60, .599, false)]
    [InlineData(70, .7, true)]
    [InlineData(1, -.5, false)]
    public void The_pass_mark_itself_passes(int mark, double share, bool passed) => Assert.Equal(passed, new PaperRules { PassMark = mark }.Passed(share));

    [Fact]
    public void Nobody_passes_or_fails_without_a_mark_or_a_score()
    {
        Assert.Null(PaperRules.None.Passed(1));
        Assert.Null(new PaperRules { PassMark = 50 }.Passed(null));
    }

    [Theory]
    [InlineData(AttemptMode.Practice, ReviewExtent.Score, true, -1, ReviewShows.Everything)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Everything, false, -1, ReviewShows.Everything)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Marks, false, -1, ReviewShows.Marks)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Score, false, -1, ReviewShows.Score)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Everything, true, -1, ReviewShows.NotYet)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Everything, true, 0, ReviewShows.Everything)]
    [InlineData(AttemptMode.Exam, ReviewExtent.Marks, true, 0, ReviewShows.Marks)]
    public void A_review_shows_what_the_rules_say_when_they_say(AttemptMode mode, ReviewExtent extent, bool afterWindow, int minutes, ReviewShows shows) =>
        Assert.Equal(shows, ReviewAccess.Of(mode, new() { Review = extent, ReviewAfterWindow = afterWindow, ClosesAt = Noon }, Noon, Noon.AddMinutes(minutes)).Shows);

    private static Refusal? Exam(PaperRules rules, DateTimeOffset now, params DateTimeOffset[] ended) => Admission.Check(rules, AttemptMode.Exam, ended, now);
}
