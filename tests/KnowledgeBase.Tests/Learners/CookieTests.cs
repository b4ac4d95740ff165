using System.Net;

namespace KnowledgeBase.Tests.Learners;

public class CookieTests(LearnersSite site) : IClassFixture<LearnersSite>
{
    [Fact]
    public async Task Over_https_cookies_are_bound_to_this_host_and_secure()
    {
        var learner = await CookieAsync(site.Visitor(), LearnersSite.Keep);
        var form = await CookieAsync(site.Visitor(), "/zh/account/sign-in");

        Assert.StartsWith("__Host-learner=", learner, StringComparison.Ordinal);
        Assert.StartsWith("__Host-form=", form, StringComparison.Ordinal);
        Assert.All([learner, form], cookie => AssertAttributes(cookie, secure: true));
    }

    [Fact]
    public async Task Over_http_the_same_cookies_work_without_prefix_and_secure()
    {
        var learner = await CookieAsync(site.PlainVisitor(), LearnersSite.Keep);
        var form = await CookieAsync(site.PlainVisitor(), "/zh/account/sign-in");

        Assert.StartsWith("learner=", learner, StringComparison.Ordinal);
        Assert.StartsWith("form=", form, StringComparison.Ordinal);
        Assert.All([learner, form], cookie => AssertAttributes(cookie, secure: false));
    }

    [Fact]
    public async Task A_whole_visit_works_over_plain_http()
    {
        var visitor = site.PlainVisitor();
        var guest = await visitor.BecomeGuestAsync();

        var answer = await visitor.RegisterAsync("plain@example.com");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(guest, (await site.FindAsync("plain@example.com"))?.Id);
        Assert.False((await visitor.WhoAsync()).Guest);
    }

    [Fact]
    public async Task Over_https_a_cookie_without_the_prefix_means_nothing()
    {
        var cookie = await CookieAsync(site.PlainVisitor(), LearnersSite.Keep);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/zh/account");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);

        var answer = await site.Browser().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("/account/sign-in", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_slides_and_ends_ninety_days_after_the_last_visit()
    {
        var visitor = await site.LearnerAsync("slides@example.com");

        site.Clock.Advance(TimeSpan.FromDays(80));
        var after80 = await visitor.WhoAsync();
        site.Clock.Advance(TimeSpan.FromDays(80));
        var after160 = await visitor.WhoAsync();
        site.Clock.Advance(TimeSpan.FromDays(91));

        Assert.False(after80.Guest);
        Assert.False(after160.Guest);
        Assert.True((await visitor.WhoAsync()).Guest);
    }

    private static async Task<string> CookieAsync(Visitor visitor, string address) =>
        Assert.Single((await visitor.GetAsync(address)).Headers.GetValues("Set-Cookie"));

    private static void AssertAttributes(string cookie, bool secure)
    {
        var attributes = cookie.Split("; ").Skip(1).ToList();
        Assert.Contains("httponly", attributes);
        Assert.Contains("samesite=lax", attributes);
        Assert.Contains("path=/", attributes);
        Assert.Equal(secure, attributes.Contains("secure", StringComparer.Ordinal));
        Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("domain", StringComparison.Ordinal));
    }
}
