using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Tests.History;

namespace KnowledgeBase.Tests.Teams;

[Collection(TeamScene.Shared)]
public class AssignmentTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    [Fact]
    public async Task A_lead_sees_who_has_done_what_and_a_member_the_counts_and_their_own()
    {
        var (team, paper, people) = await TeamAsync(5);
        var assignment = await site.AssignedAsync(team, paper, Now.AddDays(-5), Now.AddDays(-1));
        await site.SatAsync(people[0], paper, Now.AddDays(-2), 4);
        await site.SatAsync(people[0], paper, Now.AddDays(-1.5), 9);
        await site.SatAsync(people[1], paper, Now.AddHours(-1), 7);
        // Before it was assigned, another paper, and a retry of the wrong ones: none of them counts.
        await site.SatAsync(people[2], paper, Now.AddDays(-6), 10);
        await site.SatAsync(people[2], "other", Now.AddDays(-2), 10);
        await site.SatAsync(people[2], paper, Now.AddDays(-2), 10, AttemptMode.Practice, retryOf: Guid.NewGuid());
        await site.SatAsync(people[3], paper, Now.AddDays(-2), 3, AttemptMode.Practice);

        var lead = await HistorySite.PageAsync(people[0].Browser, $"/en/teams/{team}/assignments/{assignment}");
        var member = await HistorySite.PageAsync(people[1].Browser, $"/en/teams/{team}");

        Assert.Equal(
            ["P0|✓ Done|90%|2", "P1|✓ Done late|70%|1", "P2|! Overdue|—No score|0", "P3|✓ Done|Practised only|1", "P4|! Overdue|—No score|0"],
            lead.QuerySelectorAll("table.results tbody tr").Select(row => string.Join('|', new[] { 0, 1, 2, 4 }.Select(cell => Text(row.Children[cell]).Replace(" You", "", StringComparison.Ordinal)))));
        var card = Assert.Single(member.QuerySelectorAll(".assignment"));
        Assert.Equal(["2", "1", "0", "2"], card.QuerySelectorAll("dd").Select(Text));
        Assert.Equal("You: ✓ Done late 70%", Text(card.QuerySelector(".mine")!));
    }

    [Theory]
    [InlineData(CountedScore.Best, "90%")]
    [InlineData(CountedScore.First, "20%")]
    [InlineData(CountedScore.Last, "40%")]
    [InlineData(CountedScore.Average, "50%")]
    public async Task The_score_is_by_the_papers_own_rule(CountedScore counted, string expected)
    {
        var (team, paper, people) = await TeamAsync(1, counted, passMark: 50);
        var assignment = await site.AssignedAsync(team, paper, Now.AddDays(-5), Now.AddDays(1));
        foreach (var (days, score) in new[] { (-6, 10.0), (-4, 2.0), (-3, 9.0), (-2, 4.0) })
            await site.SatAsync(people[0], paper, Now.AddDays(days), score);

        var page = await HistorySite.PageAsync(people[0].Browser, $"/en/teams/{team}/assignments/{assignment}");

        var cell = page.QuerySelector("table.results tbody td.number")!;
        Assert.Equal((expected, expected is "90%" or "50%" ? "Passed" : "Not passed"), (Text(cell.QuerySelector("b")!), Text(cell.QuerySelector(".state")!)));
    }

    [Fact]
    public async Task What_is_due_stands_on_the_members_pages_until_it_is_done()
    {
        var (team, paper, people) = await TeamAsync(2, questions: 1);
        Assert.Equal(0, await DueAsync(people[1]));
        await site.AssignAsync(people[0], team, paper);
        await site.AssignedAsync(team, paper, Now.AddDays(-90), Now.AddDays(-60));

        Assert.Equal(1, await DueAsync(people[1]));
        Assert.Contains($"Paper {paper}", Text((await HistorySite.PageAsync(people[1].Browser, "/en/teams")).QuerySelector(".due")!), StringComparison.Ordinal);
        Assert.Contains("1 thing to do for your team", Text((await HistorySite.PageAsync(people[1].Browser, "/en/quizzes")).QuerySelector("main")!), StringComparison.Ordinal);
        var home = await site.Browser().GetStringAsync("/en", TestContext.Current.CancellationToken);
        Assert.Contains("data-fact=\"teamDue\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain(paper, home, StringComparison.Ordinal);

        await site.SatAsync(people[1], paper, Now.AddMinutes(1), 1);
        Assert.Equal(0, await DueAsync(people[1]));
        Assert.Equal(1, await DueAsync(people[0]));
    }

    [Fact]
    public async Task An_interview_is_an_appointment_with_a_place()
    {
        var (team, _, people) = await TeamAsync(2);
        var answer = await people[0].PostAsync($"/en/teams/{team}/assign/interview", ("title", "System design"), ("place", "abcd2345"),
            ("interview-due", Now.AddDays(2).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("zone", "UTC"));
        Assert.Equal($"/en/teams/{team}?said=assigned", answer.Headers.Location!.ToString());

        var card = (await HistorySite.PageAsync(people[1].Browser, $"/en/teams/{team}")).QuerySelector(".assignment")!;
        Assert.Contains("System design", Text(card), StringComparison.Ordinal);
        Assert.Equal("/en/interviews/ABCD2345", card.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Null(card.QuerySelector("dl"));
        Assert.Equal(1, await DueAsync(people[1]));
    }

    [Fact]
    public async Task A_wish_that_cannot_be_is_shown_again_with_what_was_typed()
    {
        var (team, paper, people) = await TeamAsync(1);
        await site.AssignAsync(people[0], team, paper);
        var due = Now.AddDays(3).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("Choose a paper.", await RefusedAsync("paper", ("paper", "no-such"), ("paper-due", due)), StringComparison.Ordinal);
        Assert.Contains("assigned already", await RefusedAsync("paper", ("paper", paper), ("paper-due", due)), StringComparison.Ordinal);
        Assert.Contains("That time has passed.", await RefusedAsync("paper", ("paper", paper), ("paper-due", "2020-01-01T10:00")), StringComparison.Ordinal);
        var typed = await RefusedAsync("interview", ("title", "Mine"), ("place", "javascript:alert(1)"), ("interview-due", due));
        Assert.Contains("neither a room code nor a link", typed, StringComparison.Ordinal);
        Assert.Contains("value=\"Mine\"", typed, StringComparison.Ordinal);
        Assert.Single((await HistorySite.PageAsync(people[0].Browser, $"/en/teams/{team}")).QuerySelectorAll(".assignment"));

        async Task<string> RefusedAsync(string kind, params (string, string)[] fields)
        {
            var answer = await people[0].PostAsync($"/en/teams/{team}/assign/{kind}", fields);
            Assert.StartsWith($"/en/teams/{team}/assign?kind=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            return await people[0].Browser.GetStringAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_due_date_is_set_in_the_leads_zone_and_shown_in_the_readers()
    {
        var lead = await site.PersonAsync("Lea", zone: "Asia/Shanghai");
        var member = await site.PersonAsync("Max", zone: "Europe/London");
        var team = await lead.FoundAsync();
        await site.JoinAsync(member, team);
        var assignment = await site.AssignedAsync(team, await site.PaperAsync(), Now, Now.AddDays(1));
        var day = DateOnly.FromDateTime(new DateTime(Now.Year + 1, 1, 15)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var answer = await lead.PostAsync($"/en/teams/{team}/assignments/{assignment}/due", ("due", $"{day}T18:00"), ("zone", "Asia/Shanghai"));

        Assert.EndsWith("?saved=1", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await HistorySite.PageAsync(member.Browser, $"/en/teams/{team}");
        Assert.Equal(($"{day}T10:00:00Z", $"{day} 10:00"), (page.QuerySelector("time")!.GetAttribute("datetime"), Text(page.QuerySelector("time")!)));
        Assert.Equal($"{day}T18:00", ((IHtmlInputElement)(await HistorySite.PageAsync(lead.Browser, $"/en/teams/{team}/assignments/{assignment}")).QuerySelector("#due")!).Value);
    }

    [Fact]
    public async Task The_file_has_every_member_of_every_paper_and_no_formula()
    {
        var (team, paper, people) = await TeamAsync(2, passMark: 60);
        var evil = await site.PersonAsync("=HYPERLINK(\"http://evil.example\")");
        await site.JoinAsync(evil, team);
        await site.AssignedAsync(team, paper, Now.AddDays(-2), Now.AddDays(1), title: "＝1+1");
        await site.AssignedAsync(team, await site.PaperAsync(), Now.AddDays(-2), Now.AddDays(2));
        await site.SatAsync(people[1], paper, Now.AddDays(-1), 7.5);

        using var answer = await people[0].Browser.GetAsync($"/en/teams/{team}/assignments.csv", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("Paper,Member,Due (UTC),State,Done at,Times,Score,Passed", lines[0]);
        Assert.Equal(1 + (2 * 3), lines.Length);
        Assert.Matches("^'＝1\\+1,P1,[0-9TZ:-]+,Done,[0-9TZ:-]+,1,75,yes$", lines[2]);
        Assert.Contains("\"'=HYPERLINK(", lines[3], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotMatch("(^|,)\"?[=＝+@-]", line));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task What_is_withdrawn_is_asked_of_nobody()
    {
        var (team, paper, people) = await TeamAsync(2);
        var assignment = await site.AssignAsync(people[0], team, paper);
        await people[0].PostAsync($"/en/teams/{team}/assignments/{assignment}/withdraw");

        Assert.Empty((await HistorySite.PageAsync(people[1].Browser, $"/en/teams/{team}")).QuerySelectorAll(".assignment"));
        Assert.Equal(0, await DueAsync(people[1]));
    }

    /// <summary>People P0, P1, …, the first of whom leads; long in the team.</summary>
    private async Task<(Guid Team, string Paper, Person[] People)> TeamAsync(int count, CountedScore counted = CountedScore.Best, int? passMark = null, int questions = 0)
    {
        var people = new List<Person>();
        for (var i = 0; i < count; i++)
            people.Add(await site.PersonAsync($"P{i}"));
        var team = await people[0].FoundAsync();
        foreach (var person in people.Skip(1))
            await site.JoinAsync(person, team);
        await site.JoinedAtAsync(team, Now.AddDays(-30));
        return (team, await site.PaperAsync(counted, passMark, questions == 0 ? [] : await site.ChapterAsync($"chapter-{Guid.NewGuid():N}", questions)), [.. people]);
    }

    private static async Task<int> DueAsync(Person person) =>
        (await person.Browser.GetFromJsonAsync<JsonElement>("/api/me?facts=true", TestContext.Current.CancellationToken)).TryGetProperty("teamDue", out var due) ? due.GetInt32() : 0;

    private static string Text(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
