using System.Net;

namespace KnowledgeBase.Tests.Operations;

public class HealthTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_site_that_can_save_is_live_and_ready(string address)
    {
        var answer = await site.Browser().GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

public class FullDiskTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_site_whose_database_cannot_be_written_is_live_but_not_ready()
    {
        var browser = site.Browser();
        await browser.GetAsync("/health/live", TestContext.Current.CancellationToken);
        await using (var db = await site.OpenDatabaseAsync())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "DROP TABLE Pulse", TestContext.Current.CancellationToken);

        var live = await browser.GetAsync("/health/live", TestContext.Current.CancellationToken);
        var ready = await browser.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
