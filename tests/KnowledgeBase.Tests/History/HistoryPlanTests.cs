using KnowledgeBase.History;
using KnowledgeBase.History.Lists;
using KnowledgeBase.History.Reviews;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

/// <summary>How the database answers for somebody with 20,000 attempts, among as many of others.</summary>
[Collection(HistorySite.Shared)]
public class HistoryPlanTests(HistorySite site)
{
    private const string Index = "IX_Attempts_LearnerId_ClosedAt_StartedAt (LearnerId=?";

    [Fact]
    public async Task Every_query_of_the_page_enters_by_the_learners_index_and_sorts_nothing()
    {
        var learner = await ManyAsync();
        var catalog = site.Services.GetRequiredService<HistoryCatalog>();
        var first = await catalog.ListAsync(learner, null, null);
        var middle = await catalog.ListAsync(learner, first.Older, null);

        site.Recorder.Queries.Clear();
        await catalog.OverviewAsync(learner, TimeZoneInfo.Utc);
        await catalog.ListAsync(learner, null, null);
        await catalog.ListAsync(learner, before: first.Older, null);
        await catalog.ListAsync(learner, null, after: middle.Older);
        var commands = Asked();

        // Running, latest, totals, streak, calendar, answers, cards, bookmarks; three pages.
        Assert.Equal(11, commands.Count);
        foreach (var command in commands)
        {
            var plan = await command.ExplainAsync(site.DatabaseFile);
            Assert.NotEmpty(plan);
            if (command.Sql.Contains("\"Attempts\"", StringComparison.Ordinal))
                Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(Index, StringComparison.Ordinal));
            ReadsOnlyByIndexUnsorted(plan);
        }
    }

    [Fact]
    public async Task Reviews_lists_filters_and_comparisons_enter_by_an_index_too()
    {
        var learner = await ManyAsync();
        var zone = TimeZoneInfo.Utc;
        var catalog = site.Services.GetRequiredService<HistoryCatalog>();
        var first = await catalog.ListAsync(learner, null, null);

        site.Recorder.Queries.Clear();
        var day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        await catalog.ListAsync(learner, first.Older, null, new("paper", AttemptMode.Exam, day.AddDays(-300), day, null, zone));
        await catalog.ListAsync(learner, null, null, new(null, null, null, null, true, zone));
        await catalog.PapersAsync(learner);
        await site.Services.GetRequiredService<AttemptComparison>().ReadAsync(learner, first.Rows[0].Id, null, "en");
        await site.Services.GetRequiredService<ReviewQueue>().TodayAsync(learner, "en");
        await site.Services.GetRequiredService<ReviewQueue>().DueAsync(learner);
        foreach (var kind in Enum.GetValues<ListKind>())
            await site.Services.GetRequiredService<QuestionLists>().ReadAsync(kind, learner, "en");
        var commands = Asked();

        Assert.InRange(commands.Count, 12, 18);
        foreach (var command in commands)
        {
            var plan = await command.ExplainAsync(site.DatabaseFile);
            Assert.NotEmpty(plan);
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal));
        }
    }

    // Rows that closed in the same millisecond are put in order among themselves; that is the "last term".
    private static void ReadsOnlyByIndexUnsorted(IReadOnlyList<string> plan) => Assert.DoesNotContain(
        plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step == "USE TEMP B-TREE FOR ORDER BY");

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_history()
    {
        var questions = (await site.ChapterAsync("growth", 3)).Select(question => (question, 1.0)).ToArray();
        var (few, many) = (await site.LearnerAsync(), await site.LearnerAsync());
        await site.ClosedAsync(few, site.Clock.GetUtcNow(), "one", questions);
        await site.ClosedAsync(many, questions, [.. Enumerable.Range(1, 50).Select(number => (site.Clock.GetUtcNow().AddHours(-number), $"{number}"))]);

        Assert.Equal(await CountAsync(few), await CountAsync(many));

        async Task<int> CountAsync(Guid learner)
        {
            site.Recorder.Queries.Clear();
            await site.Services.GetRequiredService<HistoryCatalog>().OverviewAsync(learner, TimeZoneInfo.Utc);
            return Asked().Count;
        }
    }

    /// <summary>What was asked about somebody: the book and the site's heartbeat are none of ours.</summary>
    private List<RecordedQuery> Asked() => [.. site.Recorder.Queries.Where(command => Tables.Any(table => command.Sql.Contains($"\"{table}\"", StringComparison.Ordinal)))];

    private static readonly string[] Tables = ["Attempts", "AttemptItems", "Answers", "Cards", "CardGrades", "QuestionBookmarks", "ReviewPlans"];

    /// <summary>20,000 closed attempts of five questions, a minute apart, and as many of somebody else.</summary>
    private async Task<Guid> ManyAsync()
    {
        var questions = await site.ChapterAsync($"many-{Guid.NewGuid():N}", 5);
        var (learner, other) = (await site.LearnerAsync(), await site.LearnerAsync());
        await site.ClosedAsync(learner, site.Clock.GetUtcNow(), "pattern", [.. questions.Select(question => (question, 1.0))]);
        await site.ClosedAsync(other, site.Clock.GetUtcNow(), "pattern", [.. questions.Select(question => (question, 1.0))]);
        await using var db = await site.OpenDatabaseAsync();
        await CopyAsync(db, learner);
        await CopyAsync(db, other);
        return learner;
    }

    private static async Task CopyAsync(KnowledgeDb db, Guid learner) => await db.Database.ExecuteSqlAsync($"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 19999)
        INSERT INTO "Attempts" ("Id", "LearnerId", "PaperKey", "PaperTitle", "Mode", "Language", "Seed", "Blueprint", "StartedAt", "Deadline", "Multiplier", "ClosedAt", "Score", "MaximumScore")
        SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))),
            "LearnerId", "PaperKey", "PaperTitle", "Mode", "Language", "Seed", "Blueprint", "StartedAt" - i * 60000, "Deadline" - i * 60000, "Multiplier", "ClosedAt" - i * 60000, "Score", "MaximumScore"
        FROM "Attempts", n WHERE "LearnerId" = {learner};
        INSERT INTO "AttemptItems" ("AttemptId", "Position", "QuestionId", "VersionId", "OptionOrder", "Mark")
        SELECT a."Id", i."Position", i."QuestionId", i."VersionId", i."OptionOrder", i."Mark"
        FROM "Attempts" a, (SELECT * FROM "AttemptItems" WHERE "AttemptId" = (SELECT "Id" FROM "Attempts" WHERE "LearnerId" = {learner} ORDER BY "ClosedAt" DESC LIMIT 1)) i
        WHERE a."LearnerId" = {learner} AND a."Id" NOT IN (SELECT "AttemptId" FROM "AttemptItems");
        """, TestContext.Current.CancellationToken);
}
