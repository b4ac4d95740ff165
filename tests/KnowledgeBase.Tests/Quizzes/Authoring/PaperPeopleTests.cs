using System.Net;
using AngleSharp.Dom;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

public class PaperPeopleTests(AuthoringSite site) : IClassFixture<AuthoringSite>
{
    private const string People = "/en/author/papers/section-tiny-section/people";

    [Fact]
    public async Task A_person_gets_their_own_rules_which_are_changed_and_taken_back()
    {
        var author = await site.AuthorAsync();
        var email = AuthoringSite.Email();
        await site.WithRoleAsync(LearnerRole.Learner, email);

        var page = await author.PressAsync(await author.OpenAsync(People), "person", null, ("who", email.ToUpperInvariant()), ("multiplier", "1.5"), ("attempts", "3"), ("opens", "2026-12-01T09:00"), ("closes", "2026-12-03T09:00"));
        Assert.NotNull(page.QuerySelector(".notice.ok"));
        var given = await OverrideAsync(email);
        Assert.Equal((1.5, 3, new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)), (given!.Multiplier, given.MostAttempts, given.OpensAt));
        Assert.Contains(email, page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        page = await author.OpenAsync($"{People}?edit={given.LearnerId}");
        Assert.Equal("2026-12-03T09:00", page.QuerySelector("#closes")!.GetAttribute("value"));
        page = await author.PressAsync(page, "person", null, ("multiplier", "off"), ("attempts", ""), ("opens", ""), ("closes", ""));
        given = await OverrideAsync(email);
        Assert.Equal((0.0, null, null), (given!.Multiplier, given.MostAttempts, given.ClosesAt));

        await author.PressAsync(page, $"remove-{given.LearnerId}", null);
        Assert.Null(await OverrideAsync(email));
    }

    [Fact]
    public async Task People_are_found_by_a_display_name_that_only_one_of_them_has()
    {
        var author = await site.AuthorAsync();
        var (first, second) = (AuthoringSite.Email(), AuthoringSite.Email());
        await site.WithRoleAsync(LearnerRole.Learner, first);
        await site.WithRoleAsync(LearnerRole.Learner, second);
        await using (var db = await site.OpenDatabaseAsync())
        {
            db.Set<Learner>().Single(learner => learner.Email == first).DisplayName = "韩梅梅";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await author.PressAsync(await author.OpenAsync(People), "person", null, ("who", " 韩梅梅 "), ("attempts", "9"));

        Assert.Equal(9, (await OverrideAsync(first))?.MostAttempts);
    }

    [Theory]
    [InlineData("who", "nobody@example.org", "There is no such account")]
    [InlineData("who", "李雷", "Several people have this name")]
    [InlineData("attempts", "0", "Enter a whole number")]
    [InlineData("closes", "soon", "Enter a date and time")]
    [InlineData("multiplier", "", "at least one thing that is different")]
    public async Task A_mistake_is_said_beside_its_field_and_what_was_typed_stays(string field, string typed, string said)
    {
        var author = await site.AuthorAsync();
        var email = AuthoringSite.Email();
        await site.WithRoleAsync(LearnerRole.Learner, email);
        (string Name, string Value)[] fields = field == "multiplier" ? [("who", email)] : [("who", email), ("multiplier", "2")];

        var page = await author.PressAsync(await author.OpenAsync(People), "person", null, [.. fields.Where(one => one.Name != field), (field, typed)]);

        Assert.Contains(said, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        if (field != "multiplier")
            Assert.Equal(typed, page.QuerySelector($"#{field}")!.GetAttribute("value"));
        if (field != "who")
            Assert.Equal(email, page.QuerySelector("#who")!.GetAttribute("value"));
        Assert.Null(await OverrideAsync(email));
    }

    [Fact]
    public async Task Somebody_with_more_time_gets_it_when_they_start()
    {
        var author = await site.AuthorAsync();
        var email = AuthoringSite.Email();
        var learner = await site.WithRoleAsync(LearnerRole.Learner, email);
        await author.PressAsync(await author.OpenAsync(People), "person", null, ("who", email), ("multiplier", "2"));

        var page = await learner.OpenAsync("/zh/quizzes/section-tiny-section");
        var token = page.QuerySelector("form.begin input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await learner.Browser.PostAsync("/zh/quizzes/start", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("paper", "section-tiny-section")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Null(page.QuerySelector("select[name=multiplier]"));
        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(2, db.Set<Attempt>().Single(attempt => attempt.Id == Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[3])).Multiplier);
    }

    private async Task<PaperOverride?> OverrideAsync(string email)
    {
        await using var db = await site.OpenDatabaseAsync();
        return (from one in db.Set<PaperOverride>() join learner in db.Set<Learner>() on one.LearnerId equals learner.Id where learner.Email == email select one).FirstOrDefault();
    }
}
