using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Learners;
using KnowledgeBase.Learners.Passwords;

namespace KnowledgeBase.Tests.Learners;

public class SignInTests(LearnersSite site) : IClassFixture<LearnersSite>
{
    [Fact]
    public async Task The_right_password_opens_the_account_and_goes_on_to_where_the_reader_was()
    {
        await site.LearnerAsync("opens@example.com");
        var visitor = site.Visitor();

        var answer = await visitor.SignInAsync("OPENS@example.com", query: "?returnUrl=%2Fen%2Fhistory%3Fpage%3D2");

        Assert.Equal("/en/history?page=2", answer.Headers.Location?.ToString());
        Assert.False((await visitor.WhoAsync()).Guest);
    }

    [Fact]
    public async Task Known_and_unknown_emails_are_answered_alike()
    {
        await site.LearnerAsync("known@example.com");

        var known = await site.Visitor().SignInAsync("known@example.com", "not the password");
        var unknown = await site.Visitor().SignInAsync("never@example.com", "not the password");

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await TextAsync(known, "known@example.com"), await TextAsync(unknown, "never@example.com"));
    }

    [Fact]
    public async Task Five_wrong_passwords_pause_the_account_for_ten_minutes()
    {
        await site.LearnerAsync("pauses@example.com");
        var visitor = site.Visitor();
        for (var i = 0; i < PasswordCheck.Tries; i++)
            await visitor.SignInAsync("pauses@example.com", "not the password");

        var paused = await visitor.SignInAsync("pauses@example.com");
        site.Clock.Advance(PasswordCheck.Pause);
        var after = await visitor.SignInAsync("pauses@example.com");

        Assert.Equal(HttpStatusCode.OK, paused.StatusCode);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task Guesses_made_at_once_are_all_counted()
    {
        await site.LearnerAsync("parallel@example.com");

        await Task.WhenAll(Enumerable.Range(0, PasswordCheck.Tries).Select(_ => site.Visitor().SignInAsync("parallel@example.com", "not the password")));

        Assert.True((await site.FindAsync("parallel@example.com"))!.LockoutEnd > site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_right_password_forgets_the_wrong_ones_before_it()
    {
        await site.LearnerAsync("forgets@example.com");
        var visitor = site.Visitor();
        for (var i = 0; i < PasswordCheck.Tries - 1; i++)
            await visitor.SignInAsync("forgets@example.com", "not the password");

        await visitor.SignInAsync("forgets@example.com");

        Assert.Equal(0, (await site.FindAsync("forgets@example.com"))!.AccessFailedCount);
    }

    [Fact]
    public async Task Too_many_tries_for_one_email_answer_429_with_a_page_and_when_to_come_back()
    {
        var visitor = site.Visitor();
        for (var i = 0; i < LearnerLimits.PerEmail; i++)
            await visitor.SignInAsync("hammered@example.com", "not the password");

        var answer = await visitor.SignInAsync("hammered@example.com", "not the password");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("尝试太频繁", (await Visitor.ReadAsync(answer)).QuerySelector(".notice.bad")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("evil")]
    [InlineData("~/evil")]
    public async Task Signing_in_never_leads_out_of_the_site(string elsewhere)
    {
        var email = $"stays-{Guid.NewGuid():N}@example.com";
        await site.LearnerAsync(email);

        var answer = await site.Visitor().SignInAsync(email, query: $"?returnUrl={Uri.EscapeDataString(elsewhere)}");

        Assert.Equal("/zh/account", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/zh/account/sign-in")]
    [InlineData("/en/account/register")]
    [InlineData("/api/passkeys/request-options")]
    public async Task A_post_without_its_token_is_refused(string address)
    {
        var answer = await site.Visitor().Browser.PostAsync(address, new FormUrlEncodedContent([new("_handler", "sign-in"), new("email", "a@example.com")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Making_a_passkey_needs_an_account_and_its_password()
    {
        var visitor = site.Visitor();
        var asVisitor = await PostAsync(visitor, "");
        await visitor.BecomeGuestAsync();
        var asGuest = await PostAsync(visitor, "");
        await visitor.RegisterAsync("passkey@example.com");
        var withWrongPassword = await PostAsync(visitor, "not the password");
        var withPassword = await PostAsync(visitor, Visitor.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, asVisitor.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, asGuest.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, withWrongPassword.StatusCode);
        Assert.Equal(HttpStatusCode.OK, withPassword.StatusCode);
        Assert.Contains("\"challenge\"", await withPassword.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_passkey_opens_nothing()
    {
        var answer = await site.Visitor().SubmitAsync("/en/account/sign-in", "passkey", ("credential", "{\"id\":\"x\"}"));

        Assert.Contains("The passkey did not work.", (await Visitor.ReadAsync(answer)).QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string password)
    {
        var page = await visitor.OpenAsync("/zh/account/sign-in");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await visitor.Browser.PostAsync("/api/passkeys/creation-options",
            new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("passkey-password", password)]), TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string email)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Regex.Replace(html, "name=\"__RequestVerificationToken\" value=\"[^\"]+\"", "", RegexOptions.NonBacktracking).Replace(email, "", StringComparison.Ordinal);
    }
}
