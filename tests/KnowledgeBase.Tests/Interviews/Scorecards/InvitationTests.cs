using System.Net;
using KnowledgeBase.Interviews.Scorecards;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

public class InvitationTests(ScorecardSite site) : IClassFixture<ScorecardSite>
{
    [Theory]
    [InlineData(LearnerRole.Learner, HttpStatusCode.Forbidden)]
    [InlineData(LearnerRole.Author, HttpStatusCode.Forbidden)]
    [InlineData(LearnerRole.Host, HttpStatusCode.OK)]
    [InlineData(LearnerRole.Admin, HttpStatusCode.OK)]
    public async Task Only_hosts_and_admins_plan_interviews(LearnerRole role, HttpStatusCode expected)
    {
        var person = await site.PersonAsync("某人", role);

        Assert.Equal(expected, await person.StatusAsync("/zh/interviews/scorecards/new"));
        Assert.Equal(expected == HttpStatusCode.OK, (await person.PageAsync("/zh/interviews/scorecards")).Contains("/zh/interviews/scorecards/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_needs_a_title_a_candidate_and_a_question()
    {
        var host = await site.PersonAsync("主持", LearnerRole.Host);
        await host.PageAsync("/zh/interviews/scorecards/new");

        var answer = await host.PostAsync("/zh/interviews/scorecards/new", ("_handler", "plan"), ("title", " "), ("candidate", "某某"), ("planned", "昨天"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var said in (string[])["#title", "#planned", "#questions", "value=\"某某\"", "请至少选一道开放题"])
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("scorecards/new#candidate", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interviewers_need_an_account_and_the_candidate_none()
    {
        var (host, id) = await PlanAsync();
        var guest = site.Stranger();
        var link = await host.InviteAsync(id, "Interviewer");
        Assert.Contains("面试官需要账号", await guest.PageAsync(link), StringComparison.Ordinal);
        Assert.Contains("/account/sign-in?returnUrl=", await guest.AcceptAsync(link), StringComparison.Ordinal);

        await guest.JoinAsync(await host.InviteAsync(id, "Candidate"));

        Assert.Contains("候选人", await guest.PageAsync(Person.At(id)), StringComparison.Ordinal);
        Assert.Contains("候选人已就座", await host.PageAsync(Person.At(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_link_takes_no_seat()
    {
        var (host, id) = await PlanAsync();
        var person = await site.PersonAsync("看看");

        await person.PageAsync(await host.InviteAsync(id, "Interviewer"));

        Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(Person.At(id, "score")));
    }

    [Fact]
    public async Task A_link_that_was_revoked_replaced_or_expired_lets_nobody_in()
    {
        var (host, id) = await PlanAsync();
        var person = await site.PersonAsync("迟到");
        var first = await host.InviteAsync(id, "Interviewer");
        var second = await host.InviteAsync(id, "Interviewer");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(first));
        await host.GoAsync(Person.At(id, "revoke/Interviewer"));
        Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(second));
        Assert.Equal(second, await person.AcceptAsync(second));

        var third = await host.InviteAsync(id, "Interviewer");
        Assert.Equal(HttpStatusCode.OK, await person.StatusAsync(third));
        site.Clock.Advance(InterviewInvitation.Validity);
        Assert.Equal(third, await person.AcceptAsync(third));
        Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(third));
        Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(Person.At(id, "score")));
    }

    [Fact]
    public async Task One_person_has_one_place()
    {
        var (host, id) = await PlanAsync();
        var (interviewers, candidates) = (await host.InviteAsync(id, "Interviewer"), await host.InviteAsync(id, "Candidate"));
        var (one, other) = (await site.PersonAsync("甲"), await site.PersonAsync("乙"));
        await one.JoinAsync(candidates);

        Assert.EndsWith("refused=OtherPlace", await one.AcceptAsync(interviewers), StringComparison.Ordinal);
        Assert.EndsWith("refused=Taken", await other.AcceptAsync(candidates), StringComparison.Ordinal);
        Assert.EndsWith("refused=OtherPlace", await host.AcceptAsync(candidates), StringComparison.Ordinal);
        Assert.Contains("席位已经有人了", await other.PageAsync($"{candidates}?refused=Taken"), StringComparison.Ordinal);
        // The wrong one sat down: the owner frees the seat.
        await host.GoAsync(Person.At(id, "vacate"));
        Assert.Equal(HttpStatusCode.NotFound, await one.StatusAsync(Person.At(id)));
        await other.JoinAsync(candidates);
        await one.JoinAsync(interviewers);
        // Twice by the same link is once.
        await one.JoinAsync(interviewers);
        await host.GoAsync(Person.At(id, $"remove/{one.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await one.StatusAsync(Person.At(id, "score")));
    }

    private async Task<(Person Host, Guid Id)> PlanAsync()
    {
        var host = await site.PersonAsync("主持", LearnerRole.Host);
        return (host, await host.PlanAsync("面试"));
    }
}
