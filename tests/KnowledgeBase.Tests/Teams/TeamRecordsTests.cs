using System.Net;
using KnowledgeBase.Learners;
using KnowledgeBase.Teams;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Teams;

[Collection(TeamScene.Shared)]
public class TeamRecordsTests(HistorySite site)
{
    [Fact]
    public async Task An_account_that_goes_hands_its_team_to_the_oldest_member_or_ends_it()
    {
        var (ada, bob, cleo) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"), await site.PersonAsync("Cleo"));
        var (shared, alone) = (await ada.FoundAsync("Shared"), await ada.FoundAsync("Alone"));
        await site.JoinAsync(bob, shared);
        await site.JoinAsync(cleo, shared);
        var assigned = await site.AssignAsync(ada, shared, await site.PaperAsync());

        await DeleteAsync(ada);

        Assert.Equal([(bob.Id, TeamRole.Lead), (cleo.Id, TeamRole.Member)], (await site.MembersAsync(shared)).Select(member => (member.LearnerId, member.Role)));
        Assert.Equal(HttpStatusCode.OK, (await bob.Browser.GetAsync($"/en/teams/{shared}/assignments/{assigned}", TestContext.Current.CancellationToken)).StatusCode);
        await using (var db = await site.OpenDatabaseAsync())
            Assert.False(await db.Set<Team>().AnyAsync(team => team.Id == alone, TestContext.Current.CancellationToken));

        // A member who goes changes nothing else.
        await DeleteAsync(cleo);
        Assert.Equal([bob.Id], (await site.MembersAsync(shared)).Select(member => member.LearnerId));

        async Task DeleteAsync(Person person)
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Belongings>().DeleteAsync(person.Id, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_export_of_an_account_names_its_teams()
    {
        var (ada, bob) = (await site.PersonAsync("Ada"), await site.PersonAsync("Bob"));
        var team = await ada.FoundAsync("Night owls");
        await site.JoinAsync(bob, team, shows: true);
        await site.AssignAsync(ada, team, await site.PaperAsync());

        var mine = (await ada.Browser.GetStringAsync("/en/account/export", TestContext.Current.CancellationToken));
        var his = (await bob.Browser.GetStringAsync("/en/account/export", TestContext.Current.CancellationToken));

        using var of = System.Text.Json.JsonDocument.Parse(mine);
        var exported = Assert.Single(of.RootElement.GetProperty("teams").EnumerateArray());
        Assert.Equal(("Night owls", "Lead", 1), (exported.GetProperty("name").GetString(), exported.GetProperty("role").GetString(), exported.GetProperty("assigned").GetArrayLength()));
        Assert.Contains("\"showsName\": true", his, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", his, StringComparison.Ordinal);
    }
}
