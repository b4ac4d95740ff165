using System.Net;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>Only authors and admins learn what others answered, and only they change marks.</summary>
public class AuthorRoleTests(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    private static readonly string[] Pages =
    [
        "statistics", "statistics/{paper}", "statistics/{paper}/export.csv", "questions/{question}", "questions/{question}/export.csv", "questions/{question}/regrade", "regrades",
    ];

    private static readonly string[] Posts = ["statistics/{paper}/compute", "questions/{question}/regrade/confirm"];

    [Theory]
    [InlineData(LearnerRole.Author, HttpStatusCode.OK)]
    [InlineData(LearnerRole.Admin, HttpStatusCode.OK)]
    [InlineData(LearnerRole.Learner, HttpStatusCode.Forbidden)]
    [InlineData(LearnerRole.Host, HttpStatusCode.Forbidden)]
    public async Task A_page_opens_for_authors_and_admins_alone(LearnerRole role, HttpStatusCode expected)
    {
        var browser = await site.BrowserAsync(role);
        foreach (var address in await AddressesAsync(Pages))
            Assert.Equal((address, expected), (address, (await browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode));
    }

    [Theory]
    [InlineData(LearnerRole.Learner)]
    [InlineData(LearnerRole.Host)]
    public async Task Others_post_in_vain_even_with_a_token(LearnerRole role)
    {
        var browser = await site.BrowserAsync(role);
        var token = (await StatisticsSite.PageAsync(browser, "/zh/quizzes")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in await AddressesAsync(Posts))
        {
            var answer = await browser.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Visitors_are_sent_to_sign_in()
    {
        foreach (var address in await AddressesAsync([.. Pages, .. Posts]))
        {
            var browser = site.Browser();
            var answer = Posts.Any(post => address.EndsWith(post.Split('/')[^1], StringComparison.Ordinal))
                ? await browser.PostAsync(address, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)
                : await browser.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.Found)
                Assert.StartsWith("/zh/account/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_author_without_a_token_changes_nothing()
    {
        var browser = await site.BrowserAsync();
        foreach (var address in await AddressesAsync(Posts))
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(address, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<string[]> AddressesAsync(string[] patterns)
    {
        var (paper, question) = (await site.PaperAsync(), await site.QuestionAsync());
        await site.SatAsync(paper, new(), (question, "a", 1));
        return [.. patterns.Select(pattern => "/zh/author/" + pattern.Replace("{paper}", paper, StringComparison.Ordinal).Replace("{question}", question.Key, StringComparison.Ordinal))];
    }
}
