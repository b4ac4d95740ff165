using System.Net;
using KnowledgeBase.Learners;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Learners;

public class RegisterTests(LearnersSite site) : IClassFixture<LearnersSite>
{
    [Theory]
    [InlineData("password", "short", "至少要有 8 个字符")]
    [InlineData("password", "sunshine", "太常见")]
    [InlineData("password", "Sunshine2026!", "太常见")]
    [InlineData("password", "knowledge1", "太常见")]
    [InlineData("password", "unlucky-42", "太像")]
    public async Task A_password_that_is_guessed_first_is_refused_beside_its_field(string field, string password, string reason)
    {
        var answer = await site.Visitor().RegisterAsync("unlucky@example.com", password);

        var page = await Visitor.ReadAsync(answer);
        var input = page.QuerySelector($"#{field}")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains($"{field}-error", input.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Contains(reason, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(input.GetAttribute("value"));
        Assert.Null(await site.FindAsync("unlucky@example.com"));
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_something_else_is_wrong()
    {
        var page = await Visitor.ReadAsync(await site.Visitor().RegisterAsync("no email", "short"));

        Assert.Equal("no email", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal("李雷", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(["#email", "#password"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task An_email_belongs_to_one_account()
    {
        await site.LearnerAsync("taken@example.com");

        var answer = await site.Visitor().RegisterAsync("Taken@Example.com");

        Assert.NotNull((await Visitor.ReadAsync(answer)).QuerySelector("#email-error"));
    }

    [Fact]
    public async Task Two_who_ask_for_one_email_at_once_do_not_both_get_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.Visitor().RegisterAsync("race@example.com")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK));
    }

    [Fact]
    public async Task Password_managers_are_told_what_each_field_is()
    {
        var register = await site.Visitor().OpenAsync("/en/account/register");
        var signIn = await site.Visitor().OpenAsync("/en/account/sign-in");

        Assert.Equal(["name", "username", "new-password"], register.QuerySelectorAll("input[autocomplete]").Select(input => input.GetAttribute("autocomplete")));
        Assert.Equal(["username", "current-password"], signIn.QuerySelectorAll("input[autocomplete]").Select(input => input.GetAttribute("autocomplete")));
    }
}

public class ClosedRegistrationTests(ClosedSite site) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task A_closed_site_says_so_and_takes_nobody()
    {
        var page = await site.Visitor().OpenAsync("/en/account/register");
        await using var scope = site.Services.CreateAsyncScope();
        var (account, _) = await scope.ServiceProvider.GetRequiredService<Accounts>().RegisterAsync(null, new("A", "a@example.com", Visitor.Password), null);

        Assert.Contains("does not take registrations", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Null(account);
    }
}

public class InvitedRegistrationTests(InvitedSite site) : IClassFixture<InvitedSite>
{
    [Fact]
    public async Task Without_an_invitation_nobody_registers()
    {
        var page = await site.Visitor().OpenAsync("/zh/account/register?invitation=made-up");

        Assert.Contains("凭邀请注册", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task An_invitation_lets_its_own_email_in_once()
    {
        var link = site.Services.GetRequiredService<Invitations>().Path("guest@example.com", "zh");
        var first = await site.Visitor().SubmitAsync(link, "register", ("name", "客"), ("email", "somebody-else@example.com"), ("password", Visitor.Password));
        var second = await site.Visitor().SubmitAsync(link, "register", ("name", "客"), ("password", Visitor.Password));

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.NotNull(await site.FindAsync("guest@example.com"));
        Assert.Null(await site.FindAsync("somebody-else@example.com"));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public void An_invitation_expires()
    {
        var invitations = site.Services.GetRequiredService<Invitations>();
        var token = invitations.Make("late@example.com");
        Assert.Equal("late@example.com", invitations.EmailOf(token));

        site.Clock.Advance(Invitations.Validity + TimeSpan.FromSeconds(1));

        Assert.Null(invitations.EmailOf(token));
    }
}
