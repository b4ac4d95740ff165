using System.Net;
using System.Net.Http.Json;

namespace KnowledgeBase.Tests.Shell;

public class ErrorTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient _browser = site.Browser();

    [Theory]
    [InlineData("zh", "zh-CN")]
    [InlineData("en", "en")]
    public async Task An_unknown_address_answers_404_in_the_language_of_the_address(string language, string tag)
    {
        var answer = await _browser.GetAsync($"/{language}/no/such/page", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<html lang=\"{tag}\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_answers_400_with_a_page()
    {
        var answer = await _browser.PostAsync("/not-found", new FormUrlEncodedContent([new("a", "b")]), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_errors_as_problem_details()
    {
        var answer = await _browser.PutAsJsonAsync("/api/no-such-thing", new { }, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/zh/no/such/page")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/health/live")]
    [InlineData("/error/500")]
    [InlineData("/tokens.css")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        var answer = await _browser.GetAsync(address, TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }
}

public class RootTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(null, null, "/zh")]
    [InlineData("en-GB,en;q=0.9", null, "/en")]
    [InlineData("fr, en;q=0.8, zh;q=0.9", null, "/zh")]
    [InlineData("zh-CN", "lang=en", "/en")]
    [InlineData("en", "lang=nonsense", "/en")]
    public async Task The_bare_address_leads_to_the_readers_language(string? accepted, string? cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);

        var answer = await site.Browser().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }
}
