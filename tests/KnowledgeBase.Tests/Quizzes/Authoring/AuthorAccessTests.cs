using System.Net;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

public class AuthorAccessTests(AuthoringSite site) : IClassFixture<AuthoringSite>
{
    private const string BookPaper = "chapter-tiny";

    private static readonly string[] Addresses =
        ["/zh/author", "/en/author/papers", "/zh/author/papers/new", $"/en/author/papers/{BookPaper}/preview?seed=3", $"/zh/author/papers/{BookPaper}/people"];

    public static TheoryData<LearnerRole, HttpStatusCode> Roles => new()
    {
        { LearnerRole.Learner, HttpStatusCode.Forbidden },
        { LearnerRole.Host, HttpStatusCode.Forbidden },
        { LearnerRole.Author, HttpStatusCode.OK },
        { LearnerRole.Admin, HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Only_authors_and_admins_come_in(LearnerRole role, HttpStatusCode expected)
    {
        var visitor = await site.WithRoleAsync(role);

        foreach (var address in Addresses)
            Assert.Equal(expected, (await visitor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Only_authors_and_admins_are_shown_the_way(LearnerRole role, HttpStatusCode expected)
    {
        var visitor = await site.WithRoleAsync(role);

        Assert.Equal(expected == HttpStatusCode.OK, (await visitor.OpenAsync("/en/account")).QuerySelector("#author") is not null);
    }

    [Fact]
    public async Task Visitors_and_guests_are_sent_to_sign_in()
    {
        var guest = site.Visitor();
        await guest.BecomeGuestAsync();

        foreach (var address in Addresses)
        {
            foreach (var visitor in new[] { site.Visitor(), guest })
            {
                var answer = await visitor.GetAsync(address);
                Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
                Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_learner_can_post_nothing_either()
    {
        var author = await site.AuthorAsync();
        var page = await author.OpenAsync("/zh/author/papers/new");
        var learner = await site.WithRoleAsync(LearnerRole.Learner);
        var token = (await learner.OpenAsync("/zh/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        KeyValuePair<string, string>[] fields = [
            new("__RequestVerificationToken", token), new("_handler", "paper"), new("do", "save"), new("source", "parts"), new("part", "0"), new("part-0-count", "1"),
            new("title-zh", "甲"), new("title-en", "A"), new("key", "smuggled"), new("counted", "Best"), new("review", "Everything"), new("confidence", "None"), new("multiplier", ""),
        ];

        var answer = await learner.Browser.PostAsync("/zh/author/papers/new", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

        Assert.NotNull(page);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(await site.PaperAsync("p-smuggled"));
    }

    [Fact]
    public async Task Without_its_token_a_form_changes_nothing()
    {
        var author = await site.AuthorAsync();
        KeyValuePair<string, string>[] fields = [
            new("_handler", "paper"), new("do", "save"), new("source", "parts"), new("part", "0"), new("part-0-count", "1"),
            new("title-zh", "甲"), new("title-en", "A"), new("key", "forged"), new("counted", "Best"), new("review", "Everything"), new("confidence", "None"), new("multiplier", ""),
        ];

        var answer = await author.Browser.PostAsync("/zh/author/papers/new", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await site.PaperAsync("p-forged"));
    }

    [Theory]
    [InlineData("/zh/author/papers/no-such-paper")]
    [InlineData("/zh/author/papers/chapter-tiny")]
    [InlineData("/zh/author/papers/no-such-paper/preview")]
    [InlineData("/zh/author/papers/no-such-paper/people")]
    public async Task What_is_not_there_or_the_books_own_cannot_be_edited(string address)
    {
        var author = await site.AuthorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await author.Browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }
}
