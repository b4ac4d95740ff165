using System.Net;
using KnowledgeBase.Interviews.Scorecards;
using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

/// <summary>A whole interview: planned, scored blind, compared, reported.</summary>
public class PanelTests(ScorecardSite site) : IClassFixture<ScorecardSite>
{
    private static string At(Guid id, string page = "", string language = "zh") => Person.At(id, page, language);

    [Fact]
    public async Task A_panel_of_three_scores_blind_and_the_candidate_gets_the_medians()
    {
        var (host, id, panel, candidate) = await GatherAsync();
        await host.GoAsync(At(id, "begin"));
        await host.GoAsync(At(id, "ask/1"));
        int[][] levels = [[2, 3, 1, 4], [3, 3, 1, 4], [4, 3, 4, 2]];
        foreach (var (person, given) in panel.Zip(levels))
            Assert.Equal($"{At(id, "results")}?submitted=1", await person.FillInAsync(id, given, "依据"));
        await host.GoAsync(At(id, "end"));
        await host.GoAsync(At(id, "summary"), ("summary", "总体很好。\r\n继续加油。"));
        await host.GoAsync(At(id, "share"));

        foreach (var reader in (Person[])[host, .. panel])
        {
            var results = await reader.PageAsync(At(id, "results", "en"));
            Assert.Equal(["3 Good", "3 Good", "1 Poor", "4 Excellent"], Cells(results, "median"));
            // 2-3-4, 3-3-3, 1-1-4, 4-4-2.
            Assert.Equal(["2 apart", "agreed", "3 apart", "2 apart"], Cells(results, "spread").Select(cell => cell.Split(' ', 2)[1]));
            Assert.Contains("3 criteria far apart", results, StringComparison.Ordinal);
            Assert.Contains("甲 submitted", results, StringComparison.Ordinal);
            Assert.Contains("Question 1: Stem of open question 1", results, StringComparison.Ordinal);
        }
        var report = await candidate.PageAsync(At(id, "report", "en"));
        foreach (var said in (string[])["cause good 1", "fix good 1", "cause poor 2", "fix excellent 2", "总体很好。\n继续加油。"])
            Assert.Contains(said, report, StringComparison.Ordinal);
        foreach (var unsaid in (string[])["甲", "乙", "丙", "依据"])
            Assert.DoesNotContain(unsaid, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_even_panel_is_rounded_up()
    {
        var (host, id, panel, _) = await GatherAsync(2);
        await host.GoAsync(At(id, "begin"));
        await panel[0].FillInAsync(id, [1, 2, 1, 4], "一");
        await panel[1].FillInAsync(id, [2, 4, 4, 4], "二");

        Assert.Equal(["2 Mixed", "3 Good", "3 Good", "4 Excellent"], Cells(await panel[0].PageAsync(At(id, "results", "en")), "median"));
    }

    [Fact]
    public async Task An_incomplete_sheet_is_not_submitted_and_what_is_missing_is_said()
    {
        var (host, id, panel, _) = await GatherAsync(1);
        await host.GoAsync(At(id, "begin"));
        await panel[0].PageAsync(At(id, "score"));
        await panel[0].ScoreAsync(id, 1, ScorecardSite.Cause, 3, "说清楚了");
        await panel[0].ScoreAsync(id, 1, ScorecardSite.Fix, 2, "  \n ");
        await panel[0].ScoreAsync(id, 2, ScorecardSite.Cause, 0, "只写了依据");

        Assert.Equal($"{At(id, "score")}?missing=1", await panel[0].GoAsync(At(id, "submit")));

        var page = await panel[0].PageAsync($"{At(id, "score")}?missing=1");
        foreach (var said in (string[])["还差 3 条", "第 1 题 · 改法1：没有写依据", "第 2 题 · 原因2：没有选档", "第 2 题 · 改法2：没有选档，也没有写依据"])
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{At(id, "score")}#c-1-fix\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{At(id, "score")}#c-1-cause\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_submitted_before_the_interview_began()
    {
        var (_, id, panel, _) = await GatherAsync(1);

        Assert.Equal($"{At(id, "score")}?early=1", await panel[0].FillInAsync(id, [1, 1, 1, 1], "早"));
    }

    [Fact]
    public async Task Without_scripts_the_sheet_is_a_form()
    {
        var (host, id, panel, _) = await GatherAsync(1);
        await host.GoAsync(At(id, "begin"));
        await panel[0].PageAsync(At(id, "score"));
        (string, string)[] part = [("seq-1-cause", "0"), ("level-1-cause", "3"), ("evidence-1-cause", "第一行\r\n第二行"), ("noteseq-0", "0"), ("note-0", "笔记")];
        Assert.Equal($"{At(id, "score")}?saved=1", await panel[0].GoAsync(At(id, "save"), part));

        var page = await panel[0].PageAsync(At(id, "score"));
        Assert.Matches("name=\"level-1-cause\" value=\"3\" checked", page);
        Assert.Contains("第一行\n第二行</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"seq-1-cause\" value=\"1\"", page, StringComparison.Ordinal);

        // The same form once more, from a page that did not know of the first save.
        Assert.Equal($"{At(id, "score")}?elsewhere=1", await panel[0].GoAsync(At(id, "save"), ("seq-1-cause", "0"), ("level-1-cause", "1"), ("evidence-1-cause", "旧的")));
        var all = new (string, string)[] { ("seq-1-cause", "1"), ("level-1-cause", "3"), ("evidence-1-cause", "第一行\r\n第二行"), ("seq-1-fix", "0"), ("level-1-fix", "1"), ("evidence-1-fix", "二"),
            ("seq-2-cause", "0"), ("level-2-cause", "2"), ("evidence-2-cause", "三"), ("seq-2-fix", "0"), ("level-2-fix", "4"), ("evidence-2-fix", "四") };
        Assert.Equal($"{At(id, "results")}?submitted=1", await panel[0].GoAsync(At(id, "submit"), all));
    }

    [Fact]
    public async Task A_reopened_sheet_is_logged_and_its_writer_is_blind_again()
    {
        var (host, id, panel, candidate) = await GatherAsync(2);
        await host.GoAsync(At(id, "begin"));
        await panel[0].FillInAsync(id, [1, 1, 1, 1], "甲依据");
        await panel[1].FillInAsync(id, [4, 4, 4, 4], "乙依据");
        await host.GoAsync(At(id, "end"));
        await host.GoAsync(At(id, "share"));
        Assert.Equal(HttpStatusCode.OK, await candidate.StatusAsync(At(id, "report")));

        await host.GoAsync(At(id, $"reopen/{panel[0].Id}"));

        Assert.DoesNotContain("乙依据", await panel[0].PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.DoesNotContain("甲依据", await panel[1].PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await candidate.StatusAsync(At(id, "report")));
        Assert.Contains("甲 的评分表被退回重写", await panel[1].PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await panel[0].ScoreAsync(id, 1, ScorecardSite.Cause, 2, "改了", seq: 2)).StatusCode);
    }

    [Fact]
    public async Task The_timeline_has_the_candidates_papers_and_only_since_the_beginning()
    {
        var (host, id, panel, candidate) = await GatherAsync(1, ("paper", ScorecardSite.Paper));
        await SitAsync(candidate, "a");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.GoAsync(At(id, "begin"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains($"/zh/quizzes/{ScorecardSite.Paper}", await candidate.PageAsync(At(id)), StringComparison.Ordinal);
        await SitAsync(candidate, "b");
        await panel[0].FillInAsync(id, [2, 2, 2, 2], "好");
        await host.GoAsync(At(id, "end"));
        await host.GoAsync(At(id, "share"));

        var results = await panel[0].PageAsync(At(id, "results"));
        Assert.Contains("开始试卷：小节", results, StringComparison.Ordinal);
        Assert.Matches("交卷：小节\\s*<b>0%</b>", results);
        Assert.DoesNotContain("<b>100%</b>", results, StringComparison.Ordinal);
        Assert.Contains("<b>0%</b>", await candidate.PageAsync(At(id, "report")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_an_account_takes_what_was_written_about_it_along()
    {
        var (host, id, panel, candidate) = await GatherAsync(1);
        await host.GoAsync(At(id, "begin"));
        await panel[0].FillInAsync(id, [2, 2, 2, 2], "好");
        await using var db = await site.DatabaseAsync();
        await db.Set<Learner>().Where(learner => learner.Id == candidate.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync(At(id)));
        Assert.False(await db.Set<CriterionScore>().AnyAsync(score => score.InterviewId == id, TestContext.Current.CancellationToken));
    }

    private async Task<(Person Host, Guid Id, Person[] Panel, Person Candidate)> GatherAsync(int size = 3, params (string, string)[] more)
    {
        var host = await site.PersonAsync("主持", LearnerRole.Host);
        var id = await host.PlanAsync("视觉组二面", more);
        var link = await host.InviteAsync(id, "Interviewer");
        var panel = new Person[size];
        for (var i = 0; i < size; i++)
        {
            panel[i] = await site.PersonAsync("甲乙丙"[i].ToString());
            await panel[i].JoinAsync(link);
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var candidate = await site.PersonAsync("候选");
        await candidate.JoinAsync(await host.InviteAsync(id, "Candidate"));
        return (host, id, panel, candidate);
    }

    private static async Task SitAsync(Person candidate, string choice)
    {
        await candidate.PageAsync($"/zh/quizzes/{ScorecardSite.Paper}");
        var attempt = (await candidate.GoAsync("/zh/quizzes/start", ("paper", ScorecardSite.Paper), ("mode", "exam"))).Split('/', '?')[3];
        await candidate.GoAsync($"/zh/attempts/{attempt}/submit", [.. Enumerable.Range(1, TinyBook.Questions).SelectMany(position => new[] { ($"seq-{position}", "0"), ($"q-{position}", choice) })]);
    }

    private static IEnumerable<string> Cells(string page, string of) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page)
        .QuerySelectorAll($"td.{of}").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
