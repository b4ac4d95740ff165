using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Teams;
using KnowledgeBase.Teams.Assignments;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Teams;

/// <summary>One site for all tests of teams: every test brings its own people and teams, and none moves the clock.</summary>
[CollectionDefinition(TeamScene.Shared)]
public sealed class SharedTeamsSite : ICollectionFixture<HistorySite>;

internal sealed record Person(Guid Id, string Name, HttpClient Browser);

internal static class TeamScene
{
    public const string Shared = "teams";

    public static async Task<Person> PersonAsync(this HistorySite site, string name, bool registered = true, string? zone = null)
    {
        var id = await site.LearnerAsync(registered);
        await using var db = await site.OpenDatabaseAsync();
        await db.Set<Learner>().Where(learner => learner.Id == id).ExecuteUpdateAsync(set => set.SetProperty(learner => learner.DisplayName, name), TestContext.Current.CancellationToken);
        return new(id, name, await site.BrowserOfAsync(id, zone));
    }

    public static async Task<Guid> FoundAsync(this Person lead, string name = "Team")
    {
        var answer = await lead.PostAsync("/en/teams/found", ("name", name));
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/', '?')[3]);
    }

    /// <summary>With a token from a page that every account may open.</summary>
    public static Task<HttpResponseMessage> PostAsync(this Person person, string address, params (string Name, string Value)[] fields) =>
        HistorySite.PostAsync(person.Browser, "/en/teams", address, fields);

    public static async Task<HttpResponseMessage> JoinAsync(this HistorySite site, Person person, Guid team, bool shows = false) =>
        await person.PostAsync("/en/teams/join", [("token", await site.TokenAsync(team)), .. shows ? new[] { ("shows-name", "1") } : []]);

    public static async Task<string> TokenAsync(this HistorySite site, Guid team)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<Team>().Where(row => row.Id == team).Select(row => row.InviteToken).SingleAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<List<TeamMember>> MembersAsync(this HistorySite site, Guid team)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<TeamMember>().AsNoTracking().Where(member => member.TeamId == team).OrderBy(member => member.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<string> PaperAsync(this HistorySite site, CountedScore counted = CountedScore.Best, int? passMark = null, params Question[] questions)
    {
        var key = $"paper-{Guid.NewGuid():N}";
        await using var db = await site.OpenDatabaseAsync();
        db.Add(new Paper
        {
            Key = key,
            Scope = PaperScope.Mixed,
            Position = 500,
            Title = new("卷 " + key, "Paper " + key),
            Summary = new("", ""),
            Blueprint = new() { Questions = [.. questions.Select(question => question.Key)], Count = Math.Max(1, questions.Length) },
            Rules = new() { Counted = counted, PassMark = passMark },
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return key;
    }

    /// <summary>By the lead's form, due in a week.</summary>
    public static async Task<Guid> AssignAsync(this HistorySite site, Person lead, Guid team, string paper)
    {
        var due = site.Clock.GetUtcNow().AddDays(7).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var answer = await lead.PostAsync($"/en/teams/{team}/assign/paper", ("paper", paper), ("paper-due", due), ("zone", "UTC"));
        Assert.Equal($"/en/teams/{team}?said=assigned", answer.Headers.Location?.ToString());
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<Assignment>().Where(one => one.TeamId == team && one.Key == paper).Select(one => one.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Put straight into the database, with times of its own.</summary>
    public static async Task<Guid> AssignedAsync(this HistorySite site, Guid team, string paper, DateTimeOffset made, DateTimeOffset due, string? title = null)
    {
        await using var db = await site.OpenDatabaseAsync();
        var id = Guid.CreateVersion7();
        db.Add(new Assignment { Id = id, TeamId = team, Kind = AssignmentKind.Paper, Key = paper, Title = HistorySite.Both(title ?? "Assigned " + paper), DueAt = due, CreatedAt = made });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    public static async Task JoinedAtAsync(this HistorySite site, Guid team, DateTimeOffset joined)
    {
        await using var db = await site.OpenDatabaseAsync();
        await db.Database.ExecuteSqlAsync($"""UPDATE "TeamMembers" SET "JoinedAt" = {joined.ToUnixTimeMilliseconds()} WHERE "TeamId" = {team}""", TestContext.Current.CancellationToken);
    }

    /// <summary>A closed attempt of ten marks.</summary>
    public static async Task SatAsync(this HistorySite site, Person person, string paper, DateTimeOffset closed, double score, AttemptMode mode = AttemptMode.Exam, Guid? retryOf = null)
    {
        await using var db = await site.OpenDatabaseAsync();
        db.Add(new Attempt
        {
            Id = Guid.CreateVersion7(),
            LearnerId = person.Id,
            PaperKey = paper,
            PaperTitle = new Bilingual(paper, paper),
            Mode = mode,
            Language = "en",
            Seed = 1,
            RetryOf = retryOf,
            StartedAt = closed.AddMinutes(-10),
            Deadline = null,
            Multiplier = 1,
            ClosedAt = closed,
            Score = score,
            MaximumScore = 10,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
