using KnowledgeBase.Content;
using KnowledgeBase.Teams.Assignments;
using KnowledgeBase.Tests.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Teams;

[Collection(TeamScene.Shared)]
public class AssignedPapersTests(HistorySite site)
{
    [Fact]
    public async Task A_section_that_is_renamed_takes_its_assignments_along()
    {
        var team = await (await site.PersonAsync("Ada")).FoundAsync();
        var assignment = await site.AssignedAsync(team, "section-before", site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(1));
        await using (var db = await site.OpenDatabaseAsync())
        {
            foreach (var kind in site.Services.GetServices<IContentKind>().OfType<AssignedPapers>())
                await kind.RenameAsync(db, "before", "after");
        }

        await using var after = await site.OpenDatabaseAsync();
        Assert.Equal("section-after", (await after.Set<Assignment>().SingleAsync(one => one.Id == assignment, TestContext.Current.CancellationToken)).Key);
    }
}
