using KnowledgeBase.History;
using KnowledgeBase.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class MasteryCatalogTests(HistorySite site)
{
    private async Task<ChapterMastery> ReadAsync(Guid learner, string chapter)
    {
        await using var db = await site.OpenDatabaseAsync();
        var chapters = (await site.Services.GetRequiredService<MasteryCatalog>().StandingAsync(db, learner)).Mastery;
        return chapters.Single(one => one.Chapter == chapter);
    }

    [Fact]
    public async Task The_latest_mark_of_each_question_counts_over_the_questions_met()
    {
        var questions = await site.ChapterAsync("latest", 4);
        var learner = await site.LearnerAsync();
        var now = site.Clock.GetUtcNow();
        // Stored newest first, so that the order of rows cannot be what decides.
        await site.ClosedAsync(learner, now, "second", (questions[0], 1));
        await site.ClosedAsync(learner, now.AddHours(-1), "first", (questions[0], 0), (questions[1], .5));

        var mastery = await ReadAsync(learner, "latest");

        Assert.Equal((2, 4, .75), (mastery.Seen, mastery.Questions, mastery.Share));
    }

    [Fact]
    public async Task Open_attempts_and_other_people_do_not_count()
    {
        var questions = await site.ChapterAsync("strict", 2);
        var (learner, other) = (await site.LearnerAsync(), await site.LearnerAsync());
        await site.RunningAsync(learner, "open", deadline: null);
        await site.ClosedAsync(other, site.Clock.GetUtcNow(), "theirs", (questions[0], 1));

        var mastery = await ReadAsync(learner, "strict");

        Assert.Equal((0, 2, null), (mastery.Seen, mastery.Questions, mastery.Share));
    }

    [Fact]
    public async Task A_question_taken_out_of_the_book_counts_no_more()
    {
        var questions = await site.ChapterAsync("retired", 3);
        var learner = await site.LearnerAsync();
        await site.ClosedAsync(learner, site.Clock.GetUtcNow(), "all", (questions[0], 1), (questions[1], 0), (questions[2], 1));
        Assert.Equal((3, 3), await SeenAsync());

        await using (var db = await site.OpenDatabaseAsync())
        {
            await db.Set<Question>().Where(question => question.Id == questions[1].Id)
                .ExecuteUpdateAsync(set => set.SetProperty(question => question.Retired, true), TestContext.Current.CancellationToken);
        }
        site.Services.GetRequiredService<KnowledgeBase.Content.Book>().Forget();

        Assert.Equal((2, 2), await SeenAsync());
        Assert.Equal(1, (await ReadAsync(learner, "retired")).Share);

        async Task<(int, int)> SeenAsync()
        {
            var mastery = await ReadAsync(learner, "retired");
            return (mastery.Seen, mastery.Questions);
        }
    }
}
