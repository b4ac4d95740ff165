using System.Net;
using KnowledgeBase.Teams;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Teams;

[Collection(TeamScene.Shared)]
public class MembershipTests(HistorySite site)
{
    [Fact]
    public async Task An_account_founds_a_team_and_leads_it()
    {
        var ada = await site.PersonAsync("Ada");

        var team = await ada.FoundAsync("  Night\u202E owls ");

        var page = await HistorySite.PageAsync(ada.Browser, $"/en/teams/{team}");
        Assert.StartsWith("Night owls", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([TeamRole.Lead], (await site.MembersAsync(team)).Select(member => member.Role));
        Assert.Contains("Night owls", (await HistorySite.PageAsync(ada.Browser, "/en/teams")).QuerySelector(".papers")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_needed_and_may_not_be_endless()
    {
        var ada = await site.PersonAsync("Ada");
        foreach (var name in new[] { " \u200B ", new string('x', Team.LongestName + 1) })
            Assert.Equal("/en/teams?problem=name#found", (await ada.PostAsync("/en/teams/found", ("name", name))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_link_lets_somebody_in_by_post_and_never_by_get()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        var team = await ada.FoundAsync();
        var address = $"/en/teams/join/{await site.TokenAsync(team)}";

        var page = await HistorySite.PageAsync(bob.Browser, address);
        Assert.Single(await site.MembersAsync(team));
        Assert.Contains("Leads see your name", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.QuerySelector("input[name=shows-name]")!.HasAttribute("checked"));

        var token = page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.Browser.PostAsync("/en/teams/join", new FormUrlEncodedContent([new("token", token)]), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal($"/en/teams/{team}?said=joined", (await bob.PostAsync("/en/teams/join", ("token", token))).Headers.Location!.ToString());

        var joined = (await site.MembersAsync(team))[1];
        Assert.Equal((bob.Id, TeamRole.Member, 2, false), (joined.LearnerId, joined.Role, joined.Number, joined.ShowsName));
        await site.JoinAsync(bob, team, shows: true);
        Assert.Equal(2, (await site.MembersAsync(team)).Count);
        Assert.Equal($"/en/teams/{team}", (await HistorySite.PageAsync(bob.Browser, address)).QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Whoever_has_no_account_is_asked_to_register_and_comes_back_to_the_link()
    {
        var ada = await site.PersonAsync("Ada");
        var team = await ada.FoundAsync();
        var address = $"/zh/teams/join/{await site.TokenAsync(team)}";
        foreach (var browser in new[] { site.Browser(), (await site.PersonAsync("", registered: false)).Browser })
        {
            var page = await HistorySite.PageAsync(browser, address);
            Assert.Null(page.QuerySelector("main form"));
            Assert.Equal($"/zh/account/register?returnUrl={Uri.EscapeDataString(address)}", page.QuerySelector("#join-register")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task No_token_leads_out_of_the_site(string token)
    {
        var (guest, bob) = (await site.PersonAsync("", registered: false), await site.PersonAsync("Bob"));

        var answer = await HistorySite.PostAsync(guest.Browser, "/en/quizzes", "/en/teams/join", ("token", token));
        Assert.StartsWith("/en/account/register?returnUrl=%2Fen%2Fteams%2Fjoin%2F", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PostAsync("/en/teams/join", ("token", token))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser().GetAsync($"/en/teams/join/{Uri.EscapeDataString(token)}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_expired_or_was_replaced_lets_nobody_in_and_tells_nothing()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        var team = await ada.FoundAsync("Secret society");
        var old = await site.TokenAsync(team);
        Assert.Equal($"/en/teams/{team}/settings?said=renewed", (await ada.PostAsync($"/en/teams/{team}/link")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PostAsync("/en/teams/join", ("token", old))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.Browser.GetAsync($"/en/teams/join/{old}", TestContext.Current.CancellationToken)).StatusCode);

        await using (var db = await site.OpenDatabaseAsync())
        {
            var past = site.Clock.GetUtcNow();
            await db.Set<Team>().Where(row => row.Id == team).ExecuteUpdateAsync(set => set.SetProperty(row => row.InviteExpiresAt, past), TestContext.Current.CancellationToken);
        }
        var page = await HistorySite.PageAsync(bob.Browser, $"/en/teams/join/{await site.TokenAsync(team)}");
        Assert.DoesNotContain("Secret society", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.JoinAsync(bob, team)).StatusCode);
        Assert.Single(await site.MembersAsync(team));
    }

    [Fact]
    public async Task Somebody_removed_is_out_at_once_and_does_not_come_back_by_the_old_link()
    {
        var (ada, bob, cleo) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"), await site.PersonAsync("Cleo"));
        var team = await ada.FoundAsync();
        var old = await site.TokenAsync(team);
        await site.JoinAsync(bob, team);

        await ada.PostAsync($"/en/teams/{team}/members/2/remove");

        Assert.Equal(HttpStatusCode.NotFound, (await bob.Browser.GetAsync($"/en/teams/{team}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.PostAsync("/en/teams/join", ("token", old))).StatusCode);
        // The number is not given to the next one.
        await site.JoinAsync(cleo, team);
        Assert.Equal([1, 3], (await site.MembersAsync(team)).Select(member => member.Number));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.PostAsync($"/en/teams/{team}/members/1/remove")).StatusCode);
    }

    [Fact]
    public async Task The_last_lead_hands_over_before_leaving()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        var team = await ada.FoundAsync();
        await site.JoinAsync(bob, team);
        Assert.Equal($"/en/teams/{team}/settings?problem=last-lead#leave", (await ada.PostAsync($"/en/teams/{team}/leave")).Headers.Location!.ToString());

        await ada.PostAsync($"/en/teams/{team}/members/2/lead");
        Assert.Equal("/en/teams?said=left", (await ada.PostAsync($"/en/teams/{team}/leave")).Headers.Location!.ToString());

        var left = Assert.Single(await site.MembersAsync(team));
        Assert.Equal((bob.Id, TeamRole.Lead), (left.LearnerId, left.Role));
    }

    [Fact]
    public async Task Two_leads_who_leave_at_once_leave_one_behind()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        var team = await ada.FoundAsync();
        await site.JoinAsync(bob, team);
        await ada.PostAsync($"/en/teams/{team}/members/2/lead");

        var book = site.Services.GetRequiredService<TeamBook>();
        var acts = await Task.WhenAll(book.LeaveAsync(team, ada.Id), book.LeaveAsync(team, bob.Id));

        Assert.Equal([TeamAct.Done, TeamAct.Refused], acts.Order());
        Assert.Single(await site.MembersAsync(team));
    }

    [Fact]
    public async Task Deleting_a_team_takes_its_name_typed_and_leaves_the_answers()
    {
        var ada = await site.PersonAsync("Ada");
        var team = await ada.FoundAsync("Night owls");
        var paper = await site.PaperAsync();
        await site.SatAsync(ada, paper, site.Clock.GetUtcNow(), 5);
        await site.AssignedAsync(team, paper, site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(1));

        Assert.Equal($"/en/teams/{team}/settings?problem=typed#delete", (await ada.PostAsync($"/en/teams/{team}/delete", ("typed", "night owls"))).Headers.Location!.ToString());
        Assert.Single(await site.MembersAsync(team));
        Assert.Equal("/en/teams?said=deleted", (await ada.PostAsync($"/en/teams/{team}/delete", ("typed", "Night owls"))).Headers.Location!.ToString());

        Assert.Empty(await site.MembersAsync(team));
        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(1, await db.Set<KnowledgeBase.Quizzes.Attempt>().CountAsync(attempt => attempt.LearnerId == ada.Id, TestContext.Current.CancellationToken));
        Assert.False(await db.Set<KnowledgeBase.Teams.Assignments.Assignment>().AnyAsync(one => one.TeamId == team, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_person_is_in_twenty_teams_at_most()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        for (var i = 0; i < TeamBook.MostTeams; i++)
            Assert.NotNull(await site.Services.GetRequiredService<TeamBook>().FoundAsync(ada.Id, "Team"));

        Assert.Equal("/en/teams?problem=many#found", (await ada.PostAsync("/en/teams/found", ("name", "One more"))).Headers.Location!.ToString());
        Assert.EndsWith("?problem=full", (await site.JoinAsync(ada, await bob.FoundAsync())).Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
