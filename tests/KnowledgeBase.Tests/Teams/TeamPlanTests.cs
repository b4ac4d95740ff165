using System.Diagnostics;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Teams;
using KnowledgeBase.Teams.Assignments;
using KnowledgeBase.Teams.MasteryMaps;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Teams;

/// <summary>How the database answers for a team of 200 with 100,000 attempts and as many cards.</summary>
[Collection(TeamScene.Shared)]
public class TeamPlanTests(HistorySite site)
{
    private const int Members = 200;
    private const int AttemptsEach = 500;
    private const int Papers = 10;

    private static readonly string[] Tables = ["Teams", "TeamMembers", "Assignments", "Attempts", "Papers", "Cards"];

    [Fact]
    public async Task Every_query_of_a_large_team_enters_by_an_index_and_their_number_does_not_grow()
    {
        var (small, smallLead) = await TeamAsync(2, 2, 2);
        var (large, lead) = await TeamAsync(Members, AttemptsEach, Papers);

        var (few, _) = await AskAsync(small, smallLead);
        var (asked, took) = await AskAsync(large, lead);

        Assert.Equal(few.Count, asked.Count);
        foreach (var query in asked)
        {
            var plan = await query.ExplainAsync(site.DatabaseFile);
            Assert.NotEmpty(plan);
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal));
            if (query.Sql.Contains("\"Attempts\"", StringComparison.Ordinal))
                Assert.Contains(plan, step => step.Contains("IX_Attempts_LearnerId_PaperKey_ClosedAt (LearnerId=? AND PaperKey=? AND ClosedAt>?)", StringComparison.Ordinal));
            if (query.Sql.Contains("\"Cards\"", StringComparison.Ordinal))
                Assert.Contains(plan, step => step.Contains("(LearnerId=?", StringComparison.Ordinal));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"Team page, all sheets, what is due and the mastery map of {Members} members with {Members * AttemptsEach} attempts: {took.TotalMilliseconds:0} ms, {asked.Count} queries");
        // Generous: other tests share the two cores. Reading every attempt once takes many times this.
        Assert.True(took < TimeSpan.FromSeconds(10), $"It took {took}.");
    }

    private async Task<(List<RecordedQuery> Asked, TimeSpan Took)> AskAsync(Guid team, Guid lead)
    {
        var assignments = site.Services.GetRequiredService<AssignmentCatalog>();
        var view = (await site.Services.GetRequiredService<TeamCatalog>().FindAsync(team, lead))!;
        await site.Services.GetRequiredService<MasteryMapCatalog>().ReadAsync(view);
        site.Recorder.Queries.Clear();
        var started = Stopwatch.GetTimestamp();
        await site.Services.GetRequiredService<TeamCatalog>().FindAsync(team, lead);
        var rows = await assignments.ListAsync(view);
        var sheets = await assignments.SheetsAsync(view);
        await assignments.DueAsync(lead);
        var map = await site.Services.GetRequiredService<MasteryMapCatalog>().ReadAsync(view);
        var took = Stopwatch.GetElapsedTime(started);
        Assert.All(rows, row => Assert.Equal(view.Members, row.Counts!.Done));
        Assert.All(sheets, sheet => Assert.All(sheet.Members, member => Assert.Equal(.5, member.Result.Share)));
        Assert.All(map.Rows, row => Assert.Equal(1, row.Of(map.Chapters.SelectMany(chapter => chapter.Sections)).Share));
        return ([.. site.Recorder.Queries.Where(query => Tables.Any(table => query.Sql.Contains($"\"{table}\"", StringComparison.Ordinal)))], took);
    }

    /// <summary>Every member has sat every paper; the last of them counts the first exam.</summary>
    private async Task<(Guid Team, Guid Lead)> TeamAsync(int members, int attempts, int papers)
    {
        var lead = await site.PersonAsync("Lea");
        var team = await lead.FoundAsync();
        var question = (await site.ChapterAsync($"large-{Guid.NewGuid():N}", 1))[0];
        var now = site.Clock.GetUtcNow();
        var keys = new List<string>();
        for (var i = 0; i < papers; i++)
        {
            keys.Add(await site.PaperAsync(i == papers - 1 ? CountedScore.First : CountedScore.Best));
            await site.AssignedAsync(team, keys[i], now.AddDays(-1), now.AddDays(1 + i));
        }
        await using var db = await site.OpenDatabaseAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        for (var number = 2; number <= members; number++)
        {
            var learner = Learner.New(now);
            (learner.DisplayName, learner.RegisteredAt) = ($"P{number}", now);
            db.Add(learner);
            db.Add(new TeamMember { TeamId = team, LearnerId = learner.Id, Number = number, Role = TeamRole.Member, JoinedAt = now });
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var (list, closed) = (System.Text.Json.JsonSerializer.Serialize(keys), now.ToUnixTimeMilliseconds());
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {attempts - 1})
            INSERT INTO "Attempts" ("Id", "LearnerId", "PaperKey", "PaperTitle", "Mode", "Language", "Seed", "StartedAt", "Multiplier", "ClosedAt", "Score", "MaximumScore")
            SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))),
                m."LearnerId", k.value, json_object('zh', k.value, 'en', k.value), 'Exam', 'en', 1, {closed} - 1000 - i, 1, {closed} - i, 5, 10
            FROM "TeamMembers" m, n JOIN json_each({list}) k ON k.key = n.i % {papers} WHERE m."TeamId" = {team}
            """, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {attempts})
            INSERT INTO "Questions" ("Key", "Section", "CurrentVersion", "Retired") SELECT {question.Section} || '/' || i, {question.Section}, {question.CurrentVersion}, 0 FROM n;
            INSERT INTO "Cards" ("LearnerId", "QuestionId", "LastMark", "LastSeenAt", "RightInARow", "IsWrong")
            SELECT m."LearnerId", q."Id", 1.0, {closed}, 0, 0 FROM "TeamMembers" m, "Questions" q WHERE m."TeamId" = {team} AND q."Section" = {question.Section};
            """, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        site.Services.GetRequiredService<KnowledgeBase.Content.Book>().Forget();
        return (team, lead.Id);
    }
}
