using System.Net;
using KnowledgeBase.Tests.History;

namespace KnowledgeBase.Tests.Teams;

/// <summary>Everything that a member is sent is searched for what a member may not see.</summary>
[Collection(TeamScene.Shared)]
public class TeamPrivacyTests(HistorySite site)
{
    private static readonly string[] Pages = ["", "/mastery", "/mastery?chapter={chapter}", "/settings"];

    [Fact]
    public async Task A_member_is_sent_no_hidden_name_and_no_score_of_another()
    {
        var (lead, member, hidden, shown) = (await site.PersonAsync("CANARY-lead"), await site.PersonAsync("Max"), await site.PersonAsync("CANARY-hidden"), await site.PersonAsync("Shona"));
        var team = await lead.FoundAsync();
        await site.JoinAsync(member, team);
        await site.JoinAsync(hidden, team);
        await site.JoinAsync(shown, team, shows: true);
        var chapter = $"private-{Guid.NewGuid():N}";
        var questions = await site.ChapterAsync(chapter, 3);
        var paper = await site.PaperAsync(questions: questions);
        var now = site.Clock.GetUtcNow();
        await site.AssignedAsync(team, paper, now.AddDays(-2), now.AddDays(2));
        await site.SatAsync(hidden, paper, now.AddDays(-1), 7.31);
        await site.SatAsync(shown, paper, now.AddDays(-1), 4.27);
        await site.ClosedAsync(hidden.Id, now, "paper", [.. questions.Select(question => (question, 1.0))]);

        foreach (var language in new[] { "zh", "en" })
        {
            var seen = "";
            foreach (var path in Pages)
                seen += WebUtility.HtmlDecode(await member.Browser.GetStringAsync($"/{language}/teams/{team}{path.Replace("{chapter}", chapter, StringComparison.Ordinal)}", TestContext.Current.CancellationToken));

            Assert.DoesNotContain("CANARY", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("73%", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("43%", seen, StringComparison.Ordinal);
            // Neither those of accounts, nor the link, nor the day of joining.
            foreach (var id in new[] { lead.Id, hidden.Id, shown.Id, member.Id })
                Assert.DoesNotContain($"{id}", seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(await site.TokenAsync(team), seen, StringComparison.Ordinal);
            Assert.Contains(language == "zh" ? "成员 3" : "Member 3", seen, StringComparison.Ordinal);
            Assert.Contains("Shona", seen, StringComparison.Ordinal);
            Assert.Contains("Max", seen, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await member.Browser.GetAsync($"/en/teams/{team}/assignments.csv", TestContext.Current.CancellationToken)).StatusCode);

        // The same scan finds them where they may be.
        var page = await lead.Browser.GetStringAsync($"/en/teams/{team}/mastery", TestContext.Current.CancellationToken);
        Assert.Contains("CANARY-hidden", page, StringComparison.Ordinal);
        var file = await lead.Browser.GetStringAsync($"/en/teams/{team}/assignments.csv", TestContext.Current.CancellationToken);
        Assert.Contains("CANARY-hidden", file, StringComparison.Ordinal);
        Assert.Contains("73.1", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_shown_and_hidden_again_as_its_owner_likes()
    {
        var (lead, member, other) = (await site.PersonAsync("Lea"), await site.PersonAsync("Max"), await site.PersonAsync("Otto"));
        var team = await lead.FoundAsync();
        await site.JoinAsync(member, team);
        await site.JoinAsync(other, team);
        Assert.DoesNotContain("Otto", await SettingsAsync(), StringComparison.Ordinal);

        await other.PostAsync($"/en/teams/{team}/shows-name", ("shows-name", "1"));
        Assert.Contains("Otto", await SettingsAsync(), StringComparison.Ordinal);

        await other.PostAsync($"/en/teams/{team}/shows-name");
        Assert.DoesNotContain("Otto", await SettingsAsync(), StringComparison.Ordinal);

        Task<string> SettingsAsync() => member.Browser.GetStringAsync($"/en/teams/{team}/settings", TestContext.Current.CancellationToken);
    }
}
