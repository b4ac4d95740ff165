using System.Net;
using KnowledgeBase.Interviews.Scorecards;
using KnowledgeBase.Questions;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

public class SelfAssessmentTests(ScorecardSite site) : IClassFixture<ScorecardSite>
{
    private const string Self = "/zh/interviews/scorecards/self";

    [Fact]
    public async Task A_guest_assesses_themselves_and_an_account_takes_it_along()
    {
        var account = await site.PersonAsync("有账号");
        var guest = site.Stranger();
        var id = await BeginAsync(guest);
        Assert.Equal($"{Person.At(id, "results")}?submitted=1", await guest.FillInAsync(id, [1, 2, 3, 4], "我说了"));

        var results = await guest.PageAsync(Person.At(id, "results"));
        foreach (var said in (string[])["我说了 1", "1 差", "4 优秀", "解析"])
            Assert.Contains(said, results, StringComparison.Ordinal);
        Assert.DoesNotContain("中位数", results, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await account.StatusAsync(Person.At(id, "results")));

        var running = await BeginAsync(guest);
        await guest.NoteAsync(running, 0, "写到一半");
        await guest.SignInAsync(account.Email);

        Assert.Contains("我说了 4", await guest.PageAsync(Person.At(id, "results")), StringComparison.Ordinal);
        Assert.Contains("写到一半", await guest.PageAsync(Person.At(running, "score")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.NoteAsync(running, 0, "写完了", seq: 2)).StatusCode);
        var export = await (await account.GetAsync("/zh/account/export")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("写完了", export, StringComparison.Ordinal);
        Assert.Contains("我说了 2", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_needs_a_question_of_the_book()
    {
        var guest = site.Stranger();

        Assert.Equal($"{Self}?wrong=none", await guest.GoAsync($"{Self}/begin"));
        Assert.Equal($"{Self}?wrong=none", await guest.GoAsync($"{Self}/begin", ("question", "tiny-section/question-1"), ("question", "nothing")));
        Assert.Contains("请至少选一道开放题", await guest.PageAsync($"{Self}?wrong=none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_one_comes_from_stands_open()
    {
        Assert.Matches("<details class=\"card\" open[^>]*><summary><b>小节</b>", await site.Stranger().PageAsync($"{Self}?section=tiny-section"));
        Assert.Contains($"{Self}?section=tiny-section", await site.Stranger().PageAsync("/zh/read/tiny/tiny-section"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_assessment_has_no_panel_to_lead()
    {
        var guest = site.Stranger();
        var id = await BeginAsync(guest);

        foreach (var act in (string[])["invite/Interviewer", "share", "end", "take-part"])
            Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync(Person.At(id, act))).StatusCode);
        Assert.Equal(Person.At(id, "score"), new Uri(new("https://kb.test"), (await guest.GetAsync(Person.At(id))).Headers.Location!).AbsolutePath);
        Assert.EndsWith("?deleted=1", await guest.GoAsync(Person.At(id, "delete")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await guest.StatusAsync(Person.At(id, "score")));
    }

    [Fact]
    public async Task A_guest_on_the_candidates_chair_who_turns_out_to_be_an_interviewer_frees_it()
    {
        var host = await site.PersonAsync("主持", KnowledgeBase.Learners.LearnerRole.Host);
        var id = await host.PlanAsync("面试");
        var interviewer = await site.PersonAsync("甲");
        await interviewer.JoinAsync(await host.InviteAsync(id, "Interviewer"));
        var guest = site.Stranger();
        await guest.JoinAsync(await host.InviteAsync(id, "Candidate"));

        await guest.SignInAsync(interviewer.Email);

        Assert.Contains("候选人还没来", await host.PageAsync(Person.At(id)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await guest.StatusAsync(Person.At(id, "score")));
    }

    [Fact]
    public async Task Editing_the_question_file_leaves_the_rubric_in_use_as_it_was()
    {
        var guest = site.Stranger();
        var before = await BeginAsync(guest);
        await guest.FillInAsync(before, [3, 3, 3, 3], "依据", submit: false);

        await site.EditAsync("cause good 1", "an entirely different anchor");
        var after = await BeginAsync(guest);

        var old = await guest.PageAsync(Person.At(before, "score", "en"));
        Assert.Contains("cause good 1", old, StringComparison.Ordinal);
        Assert.DoesNotContain("entirely different", old, StringComparison.Ordinal);
        Assert.Contains("entirely different", await guest.PageAsync(Person.At(after, "score", "en")), StringComparison.Ordinal);
        Assert.EndsWith("?submitted=1", await guest.GoAsync(Person.At(before, "submit")), StringComparison.Ordinal);
        Assert.Contains("cause good 1", await guest.PageAsync(Person.At(before, "report", "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_in_use_cannot_be_deleted()
    {
        var id = await BeginAsync(site.Stranger());
        await using var db = await site.DatabaseAsync();
        var version = await db.Set<InterviewQuestion>().Where(question => question.InterviewId == id).Select(question => question.VersionId).FirstAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<QuestionVersion>().Where(one => one.Id == version).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<Guid> BeginAsync(Person person)
    {
        var to = await person.GoAsync($"{Self}/begin", ("question", ScorecardSite.First), ("question", ScorecardSite.Second));
        await person.GetAsync(to);
        return Guid.Parse(to.Split('/')[4]);
    }
}
