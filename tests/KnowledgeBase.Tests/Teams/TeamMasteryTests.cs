using KnowledgeBase.History;
using KnowledgeBase.Questions;
using KnowledgeBase.Teams;
using KnowledgeBase.Teams.MasteryMaps;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Teams;

[Collection(TeamScene.Shared)]
public class TeamMasteryTests(HistorySite site)
{
    [Fact]
    public async Task The_map_says_of_every_member_what_their_own_history_says()
    {
        var (lead, one, two) = (await site.PersonAsync("Lea"), await site.PersonAsync("One"), await site.PersonAsync("Two"));
        var team = await lead.FoundAsync();
        await site.JoinAsync(one, team);
        await site.JoinAsync(two, team);
        var (first, second) = (await site.ChapterAsync($"map-{Guid.NewGuid():N}", 4), await site.ChapterAsync($"map-{Guid.NewGuid():N}", 3));
        var now = site.Clock.GetUtcNow();
        await site.ClosedAsync(one.Id, now.AddDays(-2), "a", (first[0], 1), (first[1], .5), (second[0], 0));
        await site.ClosedAsync(one.Id, now.AddDays(-1), "b", (first[0], 0), (first[3], 1));
        await site.ClosedAsync(two.Id, now.AddDays(-1), "c", (first[2], 1), (second[1], .25), (second[2], 1));
        // Taken out of the book since.
        await using (var db = await site.OpenDatabaseAsync())
            await db.Set<Question>().Where(question => question.Id == first[3].Id).ExecuteUpdateAsync(set => set.SetProperty(question => question.Retired, true), TestContext.Current.CancellationToken);
        site.Services.GetRequiredService<KnowledgeBase.Content.Book>().Forget();

        var view = (await site.Services.GetRequiredService<TeamCatalog>().FindAsync(team, lead.Id))!;
        var map = await site.Services.GetRequiredService<MasteryMapCatalog>().ReadAsync(view);

        foreach (var (person, row) in new[] { lead, one, two }.Zip(map.Rows))
        {
            await using var db = await site.OpenDatabaseAsync();
            var standing = await site.Services.GetRequiredService<MasteryCatalog>().StandingAsync(db, person.Id);
            Assert.Equal(
                standing.Mastery.Select(chapter => (chapter.Chapter, new MapCell(chapter.Seen, chapter.Questions, chapter.Share))),
                map.Chapters.Select(chapter => (chapter.Slug, row.Of(chapter.Sections))));
            Assert.Equal(
                standing.Mastery.SelectMany(chapter => chapter.Sections).Select(section => (section.Section, new MapCell(section.Seen, section.Questions, section.Share))),
                map.Chapters.SelectMany(chapter => chapter.Sections).Select(section => (section.Slug, row.Of([section]))));
        }
        Assert.Contains(map.Rows, row => row.Met.Count > 0);
    }

    [Fact]
    public async Task A_mean_of_fewer_than_three_people_says_so_in_words()
    {
        var people = new List<Person>();
        for (var i = 0; i < 3; i++)
            people.Add(await site.PersonAsync($"P{i}"));
        var team = await people[0].FoundAsync();
        await site.JoinAsync(people[1], team);
        await site.JoinAsync(people[2], team);
        var (all, few) = ($"all-{Guid.NewGuid():N}", $"few-{Guid.NewGuid():N}");
        var (known, rare) = (await site.ChapterAsync(all, 2), await site.ChapterAsync(few, 2));
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
            await site.ClosedAsync(person.Id, site.Clock.GetUtcNow(), "x", index == 0 ? [(known[0], 1), (rare[0], 1)] : [(known[0], 0)]);

        var page = await HistorySite.PageAsync(people[1].Browser, $"/en/teams/{team}/mastery");

        Assert.Equal(("33%", "", "3"), Row(all));
        Assert.Equal(("100%", "▲ few people", "1"), Row(few));
        Assert.Equal(4, (await HistorySite.PageAsync(people[1].Browser, $"/en/teams/{team}/mastery?chapter={all}")).QuerySelectorAll("table.map tr").Length);

        (string, string, string) Row(string chapter)
        {
            var row = page.QuerySelector($"table.means a[href='/en/read/{chapter}/{chapter}-section']")!.Closest("tr")!;
            return (row.QuerySelector("b")!.TextContent, row.QuerySelector("small")!.TextContent, row.LastElementChild!.TextContent);
        }
    }
}
