using System.Net;
using System.Net.Http.Json;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Tests.Learners;

public class GuestTests(LearnersSite site) : IClassFixture<LearnersSite>
{
    [Fact]
    public async Task A_visit_alone_makes_no_identity()
    {
        var visitor = site.Visitor();

        var answer = await visitor.GetAsync("/zh");
        var me = await visitor.WhoAsync();

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(new Me(Guest: true, "", "", "learner"), me);
    }

    [Fact]
    public async Task The_first_thing_kept_makes_a_guest_who_stays_the_same()
    {
        var visitor = site.Visitor();

        var first = await visitor.BecomeGuestAsync();
        var second = await visitor.BecomeGuestAsync();

        Assert.Equal(first, second);
        Assert.True((await visitor.WhoAsync()).Guest);
    }

    [Fact]
    public async Task Registering_keeps_the_guests_id_and_work()
    {
        var visitor = site.Visitor();
        var guest = await visitor.BecomeGuestAsync();
        var attempt = await site.GiveAttemptAsync(guest);

        await visitor.RegisterAsync("keeps@example.com");

        var account = await site.FindAsync("keeps@example.com");
        Assert.Equal(guest, account?.Id);
        Assert.Equal([attempt], await site.AttemptsOfAsync(guest));
        Assert.Equal(new Me(Guest: false, "李雷", "李", "learner"), await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_form_opened_as_a_guest_is_still_accepted_after_registering()
    {
        var visitor = site.Visitor();
        await visitor.BecomeGuestAsync();
        var token = await visitor.Browser.GetFromJsonAsync<FormToken>("/api/token", TestContext.Current.CancellationToken);
        await visitor.RegisterAsync("token@example.com");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/passkeys/request-options");
        request.Headers.Add("RequestVerificationToken", token!.Token);
        var answer = await visitor.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("zh", "你以访客身份答过的 2 套题会一并带走。")]
    [InlineData("en", "Your work as a guest comes along: 2 quizzes.")]
    public async Task The_sign_in_page_says_what_a_guest_takes_along(string language, string expected)
    {
        var visitor = site.Visitor();
        var guest = await visitor.BecomeGuestAsync();
        await site.GiveAttemptAsync(guest);
        await site.GiveAttemptAsync(guest);

        var page = await visitor.OpenAsync($"/{language}/account/sign-in");

        Assert.Equal(expected, page.QuerySelector("#taken-along")?.TextContent);
    }

    [Fact]
    public async Task Signing_in_takes_the_guests_work_along_and_leaves_no_empty_guest()
    {
        await site.LearnerAsync("returns@example.com");
        var account = (await site.FindAsync("returns@example.com"))!.Id;
        var earlier = await site.GiveAttemptAsync(account);
        var visitor = site.Visitor();
        var guest = await visitor.BecomeGuestAsync();
        var now = await site.GiveAttemptAsync(guest);

        await visitor.SignInAsync("returns@example.com");

        Assert.Equal([earlier, now], (await site.AttemptsOfAsync(account)).Order());
        await using var db = await site.OpenDatabaseAsync();
        Assert.Null(await db.FindAsync<Learner>([guest], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Signing_in_to_another_account_takes_nothing_from_the_first()
    {
        await site.LearnerAsync("one@example.com");
        var visitor = await site.LearnerAsync("two@example.com");
        var two = (await site.FindAsync("two@example.com"))!.Id;
        var attempt = await site.GiveAttemptAsync(two);

        await visitor.SignInAsync("one@example.com");

        Assert.Equal([attempt], await site.AttemptsOfAsync(two));
    }

    [Fact]
    public async Task A_guest_may_delete_everything_without_a_password()
    {
        var visitor = site.Visitor();
        var guest = await visitor.BecomeGuestAsync();
        await site.GiveAttemptAsync(guest);

        var answer = await visitor.SubmitAsync("/en/account/delete", "delete");

        Assert.Equal("/en/account/sign-in?notice=deleted", answer.Headers.Location?.ToString());
        Assert.Empty(await site.AttemptsOfAsync(guest));
        Assert.True((await visitor.WhoAsync()).Guest);
    }
}
