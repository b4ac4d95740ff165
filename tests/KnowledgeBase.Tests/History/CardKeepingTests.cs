using KnowledgeBase.History;
using KnowledgeBase.History.Cards;
using KnowledgeBase.History.Lists;
using KnowledgeBase.History.Reviews;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

/// <summary>Real attempts, started, answered and closed by the site's own parts.</summary>
[Collection(HistorySite.Shared)]
public class CardKeepingTests(HistorySite site)
{
    private T Get<T>() where T : notnull => site.Services.GetRequiredService<T>();

    private async Task<Card?> CardAsync(Guid learner, Question question)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<Card>().AsNoTracking().FirstOrDefaultAsync(card => card.LearnerId == learner && card.QuestionId == question.Id, TestContext.Current.CancellationToken);
    }

    private async Task<List<CardGrade>> GradesAsync(Guid learner)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<CardGrade>().AsNoTracking().Where(grade => grade.LearnerId == learner).OrderBy(grade => grade.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Closing_an_attempt_leaves_a_card_for_every_question_and_a_grade_for_every_answer()
    {
        var questions = await site.ChapterAsync("kept", 3);
        var learner = await site.LearnerAsync();
        var now = site.Clock.GetUtcNow();

        await site.SatAsync(learner, now, (questions[0], "a"), (questions[1], "b"), (questions[2], ""));

        var (right, wrong, skipped) = (await CardAsync(learner, questions[0]), await CardAsync(learner, questions[1]), await CardAsync(learner, questions[2]));
        Assert.Equal((1, false, 2.3065), (right!.LastMark, right.IsWrong, right.Stability));
        Assert.Equal((0, true, .212), (wrong!.LastMark, wrong.IsWrong, wrong.Stability));
        Assert.Equal((0, true, null, null), (skipped!.LastMark, skipped.IsWrong, skipped.Stability, skipped.DueAt));
        Assert.Equal([3, 1], (await GradesAsync(learner)).Select(grade => grade.Grade));
    }

    [Fact]
    public async Task The_second_answer_of_a_day_is_seen_but_not_graded()
    {
        var questions = await site.ChapterAsync("twice", 1);
        var learner = await site.LearnerAsync();
        var morning = CardState.Day(site.Clock.GetUtcNow()).AddHours(1);
        await site.SatAsync(learner, morning, (questions[0], "b"));
        var before = await CardAsync(learner, questions[0]);

        await site.SatAsync(learner, morning.AddHours(2), (questions[0], "a"));

        var after = await CardAsync(learner, questions[0]);
        Assert.Equal((1, 1, true), (after!.LastMark, after.RightInARow, after.IsWrong));
        Assert.Equal((before!.DueAt, before.Stability), (after.DueAt, after.Stability));
        Assert.Single(await GradesAsync(learner));
    }

    [Fact]
    public async Task Undo_gives_the_card_back_as_it_was_and_only_for_the_latest_grade()
    {
        var questions = await site.ChapterAsync("undo", 2);
        var learner = await site.LearnerAsync();
        var now = site.Clock.GetUtcNow();
        await site.SatAsync(learner, now.AddDays(-10), (questions[0], "a"), (questions[1], "a"));
        var before = await CardAsync(learner, questions[1]);
        await site.SatAsync(learner, now, (questions[0], "b"), (questions[1], "b"));
        var grades = await GradesAsync(learner);
        var book = Get<ReviewBook>();

        Assert.False(await book.UndoAsync(learner, grades[2].Id));
        Assert.False(await book.UndoAsync(await site.LearnerAsync(), grades[3].Id));
        Assert.True(await book.UndoAsync(learner, grades[3].Id));
        Assert.False(await book.UndoAsync(learner, grades[3].Id));

        var after = await CardAsync(learner, questions[1]);
        Assert.Equal((before!.Stability, before.Difficulty, before.ReviewedAt, before.DueAt), (after!.Stability, after.Difficulty, after.ReviewedAt, after.DueAt));
        Assert.Equal(0, after.LastMark);
        Assert.Equal(3, (await GradesAsync(learner)).Count);
    }

    [Fact]
    public async Task Attempts_from_before_there_were_cards_are_replayed_once_and_the_same_every_time()
    {
        var questions = await site.ChapterAsync("replay", 2);
        var learner = await site.LearnerAsync();
        var now = site.Clock.GetUtcNow();
        await site.SatAsync(learner, now.AddDays(-9), (questions[0], "a"), (questions[1], "b"));
        await site.SatAsync(learner, now.AddDays(-3), (questions[0], "b"), (questions[1], "a"));
        var live = (await CardAsync(learner, questions[0]), await CardAsync(learner, questions[1]));
        await using (var db = await site.OpenDatabaseAsync())
            await db.Set<Card>().Where(card => card.LearnerId == learner).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        Assert.Contains(learner, await Get<CardReplay>().BehindAsync(TestContext.Current.CancellationToken));

        for (var time = 0; time < 2; time++)
        {
            await Get<CardReplay>().ReplayAsync(learner, TestContext.Current.CancellationToken);

            Assert.Equivalent(live.Item1, await CardAsync(learner, questions[0]), strict: true);
            Assert.Equivalent(live.Item2, await CardAsync(learner, questions[1]), strict: true);
        }
        Assert.DoesNotContain(learner, await Get<CardReplay>().BehindAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_guests_newer_card_wins_over_the_accounts_and_takes_its_grades_along()
    {
        var questions = await site.ChapterAsync("merge", 3);
        var (guest, account) = (await site.LearnerAsync(registered: false), await site.LearnerAsync());
        var now = site.Clock.GetUtcNow();
        await site.SatAsync(account, now.AddDays(-5), (questions[0], "a"));
        await site.SatAsync(guest, now.AddDays(-4), (questions[0], "b"), (questions[2], "a"));
        await site.SatAsync(guest, now.AddDays(-3), (questions[1], "a"));
        await site.SatAsync(account, now.AddDays(-2), (questions[1], "b"));
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Bookmarks>().SetAsync(guest, questions[0].Id, true);

        await scope.ServiceProvider.GetRequiredService<KnowledgeBase.Learners.Belongings>().MoveAsync(guest, account, TestContext.Current.CancellationToken);

        Assert.Equal((0, true), ((await CardAsync(account, questions[0]))!.LastMark, (await CardAsync(account, questions[0]))!.IsWrong));
        Assert.Equal(0, (await CardAsync(account, questions[1]))!.LastMark);
        Assert.Equal(1, (await CardAsync(account, questions[2]))!.LastMark);
        var grades = (await GradesAsync(account)).Select(grade => (grade.QuestionId, grade.Grade)).Order();
        await using (var db = await site.OpenDatabaseAsync())
            Assert.True(await db.Set<QuestionBookmark>().AnyAsync(mark => mark.LearnerId == account && mark.QuestionId == questions[0].Id, TestContext.Current.CancellationToken));
        Assert.Equal(new[] { (questions[0].Id, 1), (questions[1].Id, 1), (questions[2].Id, 3) }.Order(), grades);
    }
}
