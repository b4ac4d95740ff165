using System.Net;
using KnowledgeBase.Tests.Content;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Tests.Operations;

public class BookAtStartTests
{
    [Fact]
    public async Task A_broken_book_does_not_take_down_a_site_that_has_one()
    {
        using var book = TestBook.Imported();
        book.Edit("basics/beta/zh.md", "乙。\n", "<b>乙</b>。\n");
        using var site = new RunningSite(book);

        using var answer = await site.Browser().GetAsync("/zh/read/basics/beta", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<p>乙。</p>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class RunningSite(TestBook book) : Site
    {
        protected override string ContentFolder => book.Folder;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
            builder.UseSetting("Storage:ConnectionString", $"Data Source={book.Store};Pooling=False");
        }
    }
}
