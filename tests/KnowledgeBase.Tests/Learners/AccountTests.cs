using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using AngleSharp.Html.Dom;
using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Learners;

public class AccountTests(LearnersSite site) : IClassFixture<LearnersSite>
{
    [Fact]
    public async Task A_visitor_is_led_to_the_sign_in_page_and_back()
    {
        var answer = await site.Visitor().GetAsync("/en/account");

        Assert.Equal("/en/account/sign-in?returnUrl=%2Fen%2Faccount", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_page_speaks_the_readers_language(string language)
    {
        var visitor = site.Visitor();
        var register = await visitor.OpenAsync($"/{language}/account/register");
        await visitor.BecomeGuestAsync();
        var guest = await visitor.OpenAsync($"/{language}/account");
        await visitor.RegisterAsync($"speaks-{language}@example.com");
        await RunAsync("role", $"speaks-{language}@example.com", "admin");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var pages = new List<IHtmlDocument> { register, guest };
        foreach (var page in (string[])["", "/sign-in", "/delete", "/invite"])
            pages.Add(await visitor.OpenAsync($"/{language}/account{page}"));

        // A text that is missing shows as its key.
        var keys = new ResourceManager(typeof(Words)).GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key.Skip(1).Any(char.IsUpper)).ToList();
        Assert.NotEmpty(keys);
        Assert.All(pages, page =>
        {
            Assert.NotEmpty(page.QuerySelectorAll("h1"));
            var texts = page.QuerySelectorAll("main *").Select(element => element.TextContent.Trim()).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(keys, texts.Contains);
        });
    }

    [Fact]
    public async Task Signing_out_ends_this_session_only()
    {
        var here = await site.LearnerAsync("out@example.com");
        var there = site.Visitor();
        await there.SignInAsync("out@example.com");

        await here.SubmitAsync("/zh/account", "sign-out");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await here.WhoAsync()).Guest);
        Assert.False((await there.WhoAsync()).Guest);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_within_a_minute()
    {
        var here = await site.LearnerAsync("everywhere@example.com");
        var there = site.Visitor();
        await there.SignInAsync("everywhere@example.com");

        await here.SubmitAsync("/zh/account", "sign-out-everywhere");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await here.WhoAsync()).Guest);
        Assert.True((await there.WhoAsync()).Guest);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var here = await site.LearnerAsync("renews@example.com");
        var there = site.Visitor();
        await there.SignInAsync("renews@example.com");

        await here.SubmitAsync("/zh/account", "change-password", ("current-password", Visitor.Password), ("new-password", "eight quiet herons"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False((await here.WhoAsync()).Guest);
        Assert.True((await there.WhoAsync()).Guest);
        Assert.Equal(HttpStatusCode.Found, (await there.SignInAsync("renews@example.com", "eight quiet herons")).StatusCode);
    }

    [Theory]
    [InlineData("change-password", "current-password")]
    [InlineData("change-email", "email-password")]
    public async Task What_opens_the_account_changes_only_with_the_current_password(string form, string field)
    {
        var visitor = await site.LearnerAsync($"{form}@example.com");

        var answer = await visitor.SubmitAsync("/zh/account", form, (field, "not the password"));

        Assert.Equal("true", (await Visitor.ReadAsync(answer)).QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Name_and_email_can_be_changed()
    {
        var visitor = await site.LearnerAsync("before@example.com");

        await visitor.SubmitAsync("/zh/account", "rename", ("name", "  韩\u202E 梅梅 "));
        await visitor.SubmitAsync("/zh/account", "change-email", ("email", "after@example.com"), ("email-password", Visitor.Password));

        Assert.Equal("韩 梅梅", (await visitor.WhoAsync()).Name);
        Assert.NotNull(await site.FindAsync("after@example.com"));
        Assert.Null(await site.FindAsync("before@example.com"));
    }

    [Fact]
    public async Task A_role_and_a_disabled_account_take_effect_within_a_minute()
    {
        var visitor = await site.LearnerAsync("staff@example.com");

        await RunAsync("role", "staff@example.com", "admin");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var promoted = (await visitor.WhoAsync()).Role;
        var invite = (await visitor.GetAsync("/zh/account/invite")).StatusCode;
        await RunAsync("disable", "staff@example.com");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("admin", promoted);
        Assert.Equal(HttpStatusCode.OK, invite);
        Assert.True((await visitor.WhoAsync()).Guest);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("staff@example.com")).StatusCode);
    }

    [Fact]
    public async Task Only_an_admin_may_invite()
    {
        var visitor = await site.LearnerAsync("nobody@example.com");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/zh/account/invite")).StatusCode);
    }

    [Fact]
    public async Task The_export_holds_the_profile_and_the_attempts_and_no_secret()
    {
        var visitor = await site.LearnerAsync("exports@example.com");
        var learner = (await site.FindAsync("exports@example.com"))!;
        var attempt = await site.GiveAttemptAsync(learner.Id);

        var answer = await visitor.GetAsync("/zh/account/export");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var export = JsonDocument.Parse(text);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("exports@example.com", export.RootElement.GetProperty("profile").GetProperty("email").GetString());
        var exported = Assert.Single(export.RootElement.GetProperty("attempts").EnumerateArray());
        Assert.Equal(attempt, exported.GetProperty("id").GetGuid());
        Assert.Equal("b", exported.GetProperty("answers")[0].GetProperty("choices")[0].GetString());
        Assert.Contains("经典优化器", text, StringComparison.Ordinal);
        Assert.DoesNotContain(learner.PasswordHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(learner.SecurityStamp!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_needs_the_password_and_leaves_nothing_in_any_table()
    {
        var visitor = await site.LearnerAsync("leaves@example.com");
        var learner = (await site.FindAsync("leaves@example.com"))!.Id;
        var attempt = await site.GiveAttemptAsync(learner);

        await visitor.SubmitAsync("/zh/account/delete", "delete", ("password", "not the password"));
        var before = await RowsAsync(learner, attempt);
        await visitor.SubmitAsync("/zh/account/delete", "delete", ("password", Visitor.Password));

        Assert.Equal(["Answers", "AttemptItems", "Attempts", "Learners"], before);
        Assert.Empty(await RowsAsync(learner, attempt));
        Assert.True((await visitor.WhoAsync()).Guest);
    }

    private async Task RunAsync(params string[] arguments)
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<UserCommands>().Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null }, TestContext.Current.CancellationToken));
    }

    /// <summary>Tables in which any column of any row speaks of one of the ids.</summary>
    private async Task<List<string>> RowsAsync(params Guid[] ids)
    {
        await using var db = await site.OpenDatabaseAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsMappedToJson()))
        {
            foreach (var column in table.GetProperties().Select(property => property.GetColumnName()))
            {
                foreach (var id in ids)
                {
                    var rows = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table.GetTableName()}\" WHERE upper(CAST(\"{column}\" AS TEXT)) LIKE '%{id.ToString().ToUpperInvariant()}%' OR upper(CAST(\"{column}\" AS TEXT)) LIKE '%{id:N}%'".ToString()).SingleAsync();
                    if (rows > 0)
                        found.Add(table.GetTableName()!);
                }
            }
        }
        return [.. found];
    }
}
