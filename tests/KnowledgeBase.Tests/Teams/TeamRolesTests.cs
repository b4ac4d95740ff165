using System.Net;
using KnowledgeBase.Tests.History;

namespace KnowledgeBase.Tests.Teams;

/// <summary>Who may open and do what: everybody else is told that there is nothing there.</summary>
[Collection(TeamScene.Shared)]
public class TeamRolesTests(HistorySite site)
{
    private const string Everybody = "member", Leads = "lead";

    private static readonly (string Path, string Who)[] Pages =
    [
        ("", Everybody), ("/mastery", Everybody), ("/mastery?chapter=numbers", Everybody), ("/settings", Everybody),
        ("/assign", Leads), ("/assignments/{assignment}", Leads), ("/assignments.csv", Leads),
    ];

    // In an order in which a lead can do them all.
    private static readonly (string Path, string Who, (string, string)[] Fields)[] Posts =
    [
        ("/shows-name", Everybody, []), ("/rename", Leads, [("name", "Renamed")]), ("/rename", Leads, [("name", "")]), ("/link", Leads, []),
        ("/assign/paper", Leads, [("paper", "no-such")]),
        ("/assign/interview", Leads, [("title", "Mock"), ("place", ""), ("interview-due", "{due}"), ("zone", "UTC")]),
        ("/assignments/{assignment}/due", Leads, [("due", "{due}"), ("zone", "UTC")]), ("/assignments/{assignment}/due", Leads, [("due", "never")]),
        ("/members/3/lead", Leads, []), ("/members/3/remove", Leads, []), ("/assignments/{assignment}/withdraw", Leads, []),
        ("/delete", Leads, [("typed", "no")]), ("/leave", Everybody, []),
    ];

    [Fact]
    public async Task A_page_opens_for_whom_it_is_for_and_is_not_there_for_others()
    {
        var (team, assignment, people) = await TeamAsync();
        foreach (var (path, who) in Pages)
        {
            var address = $"/en/teams/{team}{path.Replace("{assignment}", $"{assignment}", StringComparison.Ordinal)}";
            foreach (var (role, person) in people)
            {
                var expected = role == Leads || (role == Everybody && who == Everybody) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                Assert.Equal((role, address, expected), (role, address, (await person.Browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode));
            }
            var visitor = await site.Browser().GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Found, true), (visitor.StatusCode, visitor.Headers.Location!.ToString().StartsWith("/en/account/sign-in?returnUrl=%2Fen%2Fteams", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_act_is_done_for_whom_it_is_for_and_is_not_there_for_others()
    {
        var (team, assignment, people) = await TeamAsync();
        var due = site.Clock.GetUtcNow().AddDays(3).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (path, who, fields) in Posts)
        {
            var address = $"/en/teams/{team}{path.Replace("{assignment}", $"{assignment}", StringComparison.Ordinal)}";
            (string, string)[] sent = [.. fields.Select(field => (field.Item1, field.Item2.Replace("{due}", due, StringComparison.Ordinal)))];
            foreach (var (role, person) in people)
            {
                var answer = await HistorySite.PostAsync(person.Browser, role == "guest" ? "/en/quizzes" : "/en/teams", address, sent);
                var mayDo = role == Leads || (role == Everybody && who == Everybody);
                Assert.True(mayDo ? answer.StatusCode == HttpStatusCode.SeeOther : answer.StatusCode == HttpStatusCode.NotFound, $"{role} {address}: {answer.StatusCode}");
            }
            var bare = await people[^1].Person.Browser.PostAsync(address, new FormUrlEncodedContent(sent.Select(field => KeyValuePair.Create(field.Item1, field.Item2))), TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, bare.StatusCode));
        }
        Assert.Equal([1], (await site.MembersAsync(team)).Select(member => member.Number));
    }

    [Fact]
    public async Task What_belongs_to_another_team_is_not_found_in_mine()
    {
        var (team, assignment, _) = await TeamAsync();
        var eve = await site.PersonAsync("Eve");
        var hers = await eve.FoundAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await eve.Browser.GetAsync($"/en/teams/{hers}/assignments/{assignment}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.PostAsync($"/en/teams/{hers}/assignments/{assignment}/withdraw")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.PostAsync($"/en/teams/{hers}/members/2/remove")).StatusCode);
        Assert.Equal(3, (await site.MembersAsync(team)).Count);
    }

    /// <summary>The lead is the last of them.</summary>
    private async Task<(Guid Team, Guid Assignment, (string Role, Person Person)[] People)> TeamAsync()
    {
        var (lead, member, third, removed) = (await site.PersonAsync("Lea"), await site.PersonAsync("Max"), await site.PersonAsync("Tom"), await site.PersonAsync("Rob"));
        var team = await lead.FoundAsync("Roles");
        foreach (var person in new[] { member, third, removed })
            await site.JoinAsync(person, team);
        await lead.PostAsync($"/en/teams/{team}/members/4/remove");
        var assignment = await site.AssignAsync(lead, team, await site.PaperAsync());
        return (team, assignment, [("outsider", await site.PersonAsync("Out")), ("guest", await site.PersonAsync("", registered: false)), ("removed", removed), (Everybody, member), (Leads, lead)]);
    }
}
