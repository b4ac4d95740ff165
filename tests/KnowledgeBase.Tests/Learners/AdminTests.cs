using System.CommandLine;
using System.Net;
using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Tests.Learners;

public class FirstAdminTests(ClosedSite site) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task The_admin_of_the_configuration_is_made_once_and_never_overwritten()
    {
        var visitor = site.Visitor();
        var signedIn = await visitor.SignInAsync(ClosedSite.AdminEmail, ClosedSite.AdminPassword);
        await visitor.SubmitAsync("/zh/account", "change-password", ("current-password", ClosedSite.AdminPassword), ("new-password", "seven quiet herons"));
        var before = await site.FindAsync(ClosedSite.AdminEmail);

        // As at the next start.
        await site.Services.GetServices<IHostedService>().OfType<FirstAdmin>().Single().StartAsync(TestContext.Current.CancellationToken);

        var after = await site.FindAsync(ClosedSite.AdminEmail);
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        Assert.Equal("admin", (await visitor.WhoAsync()).Role);
        Assert.Equal((before!.Id, before.PasswordHash), (after!.Id, after.PasswordHash));
        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(1, await db.Set<Learner>().CountAsync(learner => learner.Role == LearnerRole.Admin, TestContext.Current.CancellationToken));
    }
}

public class UserCommandTests(InvitedSite site) : IClassFixture<InvitedSite>
{
    [Fact]
    public async Task An_account_is_added_with_a_role_and_a_password()
    {
        var (code, said) = await RunAsync("add", "cli@example.com", "--role", "author", "--password", "seven quiet herons");

        Assert.Equal(0, code);
        Assert.Contains("cli@example.com was added as Author.", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().SignInAsync("cli@example.com")).StatusCode);
        Assert.Equal(LearnerRole.Author, (await site.FindAsync("cli@example.com"))?.Role);
    }

    [Fact]
    public async Task A_weak_password_or_a_taken_email_is_refused_with_a_reason()
    {
        var weak = await RunAsync("add", "weak@example.com", "--password", "password1");
        await RunAsync("add", "twice@example.com", "--password", "seven quiet herons");
        var twice = await RunAsync("add", "twice@example.com", "--password", "seven quiet herons");

        Assert.Equal((1, 1), (weak.Code, twice.Code));
        Assert.Contains("too common", weak.Said, StringComparison.Ordinal);
        Assert.Contains("cannot be used", twice.Said, StringComparison.Ordinal);
        Assert.Null(await site.FindAsync("weak@example.com"));
    }

    [Fact]
    public async Task A_reset_ends_sessions_and_lifts_a_pause()
    {
        await RunAsync("add", "reset@example.com", "--password", "seven quiet herons");
        var visitor = site.Visitor();
        await visitor.SignInAsync("reset@example.com");
        for (var i = 0; i < 5; i++)
            await site.Visitor().SignInAsync("reset@example.com", "not the password");

        var (code, _) = await RunAsync("reset", "reset@example.com", "--password", "eight quiet herons");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, code);
        Assert.True((await visitor.WhoAsync()).Guest);
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("reset@example.com", "eight quiet herons")).StatusCode);
    }

    [Fact]
    public async Task A_role_is_changed_and_an_account_disabled_and_enabled()
    {
        await RunAsync("add", "moves@example.com", "--password", "seven quiet herons");

        await RunAsync("role", "moves@example.com", "host");
        await RunAsync("disable", "moves@example.com");
        var disabled = await site.Visitor().SignInAsync("moves@example.com");
        await RunAsync("enable", "moves@example.com");
        var enabled = await site.Visitor().SignInAsync("moves@example.com");

        Assert.Equal(LearnerRole.Host, (await site.FindAsync("moves@example.com"))?.Role);
        Assert.Equal(HttpStatusCode.OK, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.Found, enabled.StatusCode);
    }

    [Fact]
    public async Task An_invitation_is_an_address_that_works()
    {
        var (_, said) = await RunAsync("invite", "invited@example.com");

        var answer = await site.Visitor().SubmitAsync(said.Trim(), "register", ("name", "新人"), ("password", Visitor.Password));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.NotNull(await site.FindAsync("invited@example.com"));
    }

    [Fact]
    public async Task An_unknown_email_is_an_error()
    {
        var (code, said) = await RunAsync("role", "nobody@example.com", "admin");

        Assert.Equal(1, code);
        Assert.Contains("nobody@example.com", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var said = new StringWriter();
        var code = await scope.ServiceProvider.GetRequiredService<UserCommands>().Create().Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = said }, TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }
}
