using System.Net;
using System.Text.Json;
using KnowledgeBase.Interviews.Scorecards;
using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

/// <summary>What somebody in the room, or outside of it, might try.</summary>
public class BlindTests(ScorecardSite site) : IClassFixture<ScorecardSite>
{
    /// <summary>Stands in everything that one interviewer wrote and nobody else may see yet.</summary>
    private const string Canary = "CANARY";

    private static string At(Guid id, string page = "", string language = "zh") => Person.At(id, page, language);

    [Fact]
    public async Task Before_both_are_final_nobody_sees_anothers_sheet_anywhere()
    {
        var (host, id, one, other, candidate) = await GatherAsync();
        await one.FillInAsync(id, [4, 4, 4, 4], Canary);
        await one.NoteAsync(id, 0, Canary);
        await AssertNowhereAsync(id, other, host, candidate, await site.PersonAsync("外人"), site.Stranger());

        // The other one is half-way through: their draft is theirs, too, whatever the first one has submitted.
        await other.FillInAsync(id, [1, 1, 1, 1], "draft" + Canary, submit: false);
        Assert.DoesNotContain("draft" + Canary, await one.PageAsync(At(id, "results")), StringComparison.Ordinal);

        await other.GoAsync(At(id, "submit"));
        Assert.Contains(Canary, await other.PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.Contains("draft" + Canary, await one.PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.Contains(Canary, await host.PageAsync(At(id, "results")), StringComparison.Ordinal);
        await AssertNowhereAsync(id, candidate, site.Stranger());
    }

    [Fact]
    public async Task An_owner_who_does_not_score_waits_for_all_or_for_the_end_and_never_sees_drafts()
    {
        var (host, id, one, other, _) = await GatherAsync();
        await one.FillInAsync(id, [4, 4, 4, 4], "final");
        await other.FillInAsync(id, [1, 1, 1, 1], Canary, submit: false);
        Assert.DoesNotContain("final", await host.PageAsync(At(id, "results")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await host.StatusAsync(At(id, "report")));

        await host.GoAsync(At(id, "end"));

        var results = await host.PageAsync(At(id, "results"));
        Assert.Contains("final 1", results, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, results, StringComparison.Ordinal);
        // Having seen them, the owner cannot sit down on the panel.
        Assert.Contains("refused=1", await host.GoAsync(At(id, "take-part")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_scores_is_as_blind_as_the_others_even_after_the_end()
    {
        var (host, id, one, other, _) = await GatherAsync();
        await host.GoAsync(At(id, "take-part"));
        await one.FillInAsync(id, [4, 4, 4, 4], Canary);
        await other.FillInAsync(id, [4, 4, 4, 4], Canary);
        await host.GoAsync(At(id, "end"));

        await AssertNowhereAsync(id, host);
        Assert.Contains("refused=1", await host.GoAsync(At(id, "share")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_candidate_sees_nothing_before_sharing_and_nothing_after_it_stops()
    {
        var (host, id, one, other, candidate) = await GatherAsync();
        await one.FillInAsync(id, [4, 4, 4, 4], "一");
        await other.FillInAsync(id, [3, 3, 3, 3], "二");
        await host.GoAsync(At(id, "summary"), ("summary", Canary));
        await host.GoAsync(At(id, "end"));
        await AssertNowhereAsync(id, candidate);
        // Not even what will be asked.
        Assert.DoesNotContain("题干", await EverythingAsync(id, candidate), StringComparison.Ordinal);

        await host.GoAsync(At(id, "share"));
        Assert.Contains(Canary, await candidate.PageAsync(At(id, "report")), StringComparison.Ordinal);
        Assert.Contains(Canary, await ExportAsync(candidate), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await candidate.StatusAsync(At(id, "results")));

        await host.GoAsync(At(id, "unshare"));
        await AssertNowhereAsync(id, candidate);
    }

    [Fact]
    public async Task Nobody_writes_into_anothers_sheet_or_into_a_final_one()
    {
        var (host, id, one, other, candidate) = await GatherAsync();
        foreach (var person in new[] { host, candidate, await site.PersonAsync("外人") })
        {
            await person.GetAsync("/zh/interviews/scorecards/self");
            Assert.Equal(HttpStatusCode.NotFound, (await person.ScoreAsync(id, 1, ScorecardSite.Cause, 4, "x")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await person.NoteAsync(id, 0, "x")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await person.PostAsync(At(id, "save"), ("seq-1-cause", "0"), ("level-1-cause", "1"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await person.PostAsync(At(id, "submit"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync(At(id, "score")));
            Assert.Equal(HttpStatusCode.NotFound, await person.StatusAsync($"/api/scorecards/{id}"));
        }
        await one.FillInAsync(id, [2, 2, 2, 2], "定稿");
        var before = await ScoresAsync(id);

        Assert.Equal(HttpStatusCode.Gone, (await one.ScoreAsync(id, 1, ScorecardSite.Cause, 4, "后悔了", seq: 9)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await one.NoteAsync(id, 1, "后悔了", seq: 9)).StatusCode);
        Assert.Equal($"{At(id, "results")}?late=1", await one.GoAsync(At(id, "save"), ("seq-1-cause", "1"), ("level-1-cause", "4"), ("evidence-1-cause", "后悔了")));
        Assert.Equal($"{At(id, "results")}?submitted=1", await one.GoAsync(At(id, "submit"), ("seq-1-cause", "1"), ("level-1-cause", "4"), ("evidence-1-cause", "后悔了")));
        Assert.Equal(before, await ScoresAsync(id));
        Assert.All(before, score => Assert.StartsWith(one.Id.ToString(), score, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await other.ScoreAsync(id, 1, ScorecardSite.Cause, 4, "自己的")).StatusCode);
    }

    [Fact]
    public async Task Of_two_devices_the_higher_number_wins_and_the_other_gets_what_is_stored()
    {
        var (_, id, one, _, _) = await GatherAsync();
        await one.PageAsync(At(id, "score"));
        await one.NoteAsync(id, 1, "第五版", seq: 5);
        Assert.Equal(HttpStatusCode.OK, (await one.NoteAsync(id, 1, "第五版", seq: 5)).StatusCode);

        var stale = await one.NoteAsync(id, 1, "第三版", seq: 3);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var stored = JsonDocument.Parse(await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((5, "第五版"), (stored.GetProperty("seq").GetInt64(), stored.GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task What_is_no_score_or_note_is_refused()
    {
        var (_, id, one, _, _) = await GatherAsync();
        await one.PageAsync(At(id, "score"));
        (string Part, object Body, HttpStatusCode Expected)[] tries =
        [
            ("scores/1/cause", new { seq = 0, level = 1, evidence = "" }, HttpStatusCode.BadRequest),
            ("scores/1/cause", new { seq = 1, level = 5, evidence = "" }, HttpStatusCode.BadRequest),
            ("scores/1/cause", new { seq = 1, level = -1, evidence = "" }, HttpStatusCode.BadRequest),
            ("scores/1/cause", new { seq = "x" }, HttpStatusCode.BadRequest),
            ("scores/1/cause", new[] { 1 }, HttpStatusCode.BadRequest),
            ("scores/1/nothing", new { seq = 1, level = 1, evidence = "" }, HttpStatusCode.NotFound),
            ("scores/3/cause", new { seq = 1, level = 1, evidence = "" }, HttpStatusCode.NotFound),
            ("notes/3", new { seq = 1, text = "" }, HttpStatusCode.NotFound),
            ("notes/-1", new { seq = 1, text = "" }, HttpStatusCode.NotFound),
            ("notes/0", new { seq = 1, text = "a\0b" }, HttpStatusCode.OK),
        ];

        foreach (var (part, body, expected) in tries)
            Assert.Equal((part, expected), (part, (await one.PutAsync($"/api/scorecards/{id}/{part}", body)).StatusCode));
        Assert.Empty(await ScoresAsync(id));
        Assert.Contains(">ab</textarea>", await one.PageAsync(At(id, "score")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_was_acknowledged_while_it_was_being_submitted_is_in_the_final_sheet()
    {
        var (_, id, one, _, _) = await GatherAsync();
        await one.FillInAsync(id, [1, 1, 1, 1], "第一版", submit: false);
        await one.PageAsync(At(id, "score"));

        var saves = Enumerable.Range(2, 20).Select(async seq => (Seq: seq, Answer: await one.ScoreAsync(id, 1, ScorecardSite.Cause, 1 + (seq % 4), $"第 {seq} 版", seq))).ToList();
        var submits = Enumerable.Range(0, 5).Select(_ => one.GoAsync(At(id, "submit"))).ToList();
        var answers = await Task.WhenAll(saves);

        Assert.All(await Task.WhenAll(submits), to => Assert.EndsWith("?submitted=1", to, StringComparison.Ordinal));
        var last = answers.Where(one => one.Answer.StatusCode == HttpStatusCode.OK).Select(one => one.Seq).DefaultIfEmpty(1).Max();
        Assert.Contains(await ScoresAsync(id), score => score.EndsWith($" 1 cause {(last == 1 ? 1 : 1 + (last % 4))} {(last == 1 ? "第一版 1" : $"第 {last} 版")} {last}", StringComparison.Ordinal));
        await using var db = await site.DatabaseAsync();
        Assert.Equal(1, await db.Set<InterviewEvent>().CountAsync(happened => happened.InterviewId == id && happened.Kind == InterviewEventKind.Submitted, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_whole()
    {
        var (_, id, one, _, _) = await GatherAsync();
        await one.PageAsync(At(id, "score"));

        Assert.Equal(HttpStatusCode.BadRequest, (await one.NoteAsync(id, 0, new('长', PanelNote.LongestText + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await one.ScoreAsync(id, 1, ScorecardSite.Cause, 1, new('长', CriterionScore.LongestEvidence + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await one.NoteAsync(id, 0, new('长', 1_000_000))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.NoteAsync(id, 0, new('长', PanelNote.LongestText))).StatusCode);
    }

    [Fact]
    public async Task Only_the_owner_leads_the_interview()
    {
        var (host, id, one, _, candidate) = await GatherAsync();
        string[] acts = ["begin", "end", "ask/1", "share", "unshare", "summary", "take-part", $"reopen/{one.Id}", $"remove/{one.Id}", "vacate", "invite/Interviewer", "revoke/Candidate", "delete"];
        foreach (var person in new[] { one, candidate, await site.PersonAsync("另一个主持", LearnerRole.Host), site.Stranger() })
        {
            foreach (var act in acts)
                Assert.Equal(HttpStatusCode.NotFound, (await person.PostAsync(At(id, act))).StatusCode);
        }
        foreach (var act in acts)
            Assert.Contains(await host.StatusAsync(At(id, act)), new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(At(id)));
    }

    private async Task<(Person Host, Guid Id, Person One, Person Other, Person Candidate)> GatherAsync()
    {
        var host = await site.PersonAsync("主持", LearnerRole.Host);
        var id = await host.PlanAsync("面试");
        var link = await host.InviteAsync(id, "Interviewer");
        var (one, other, candidate) = (await site.PersonAsync("甲"), await site.PersonAsync("乙"), await site.PersonAsync("候选"));
        await one.JoinAsync(link);
        await other.JoinAsync(link);
        await candidate.JoinAsync(await host.InviteAsync(id, "Candidate"));
        await host.GoAsync(At(id, "begin"));
        return (host, id, one, other, candidate);
    }

    private static async Task AssertNowhereAsync(Guid id, params Person[] people)
    {
        foreach (var person in people)
            Assert.DoesNotContain(Canary, await EverythingAsync(id, person), StringComparison.Ordinal);
    }

    /// <summary>Whatever the site gives this person about the session, refusals included.</summary>
    private static async Task<string> EverythingAsync(Guid id, Person person)
    {
        var all = new List<string> { await ExportAsync(person) };
        string[] pages = [.. ((string[])["zh", "en"]).SelectMany(language => ((string[])["", "score", "results", "report"]).Select(page => At(id, page, language))), "/zh/interviews/scorecards", $"/api/scorecards/{id}"];
        foreach (var address in pages)
            all.Add(await (await person.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return WebUtility.HtmlDecode(string.Join('\n', all));
    }

    private static async Task<string> ExportAsync(Person person) =>
        await (await person.GetAsync("/zh/account/export")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string[]> ScoresAsync(Guid id)
    {
        await using var db = await site.DatabaseAsync();
        var scores = await db.Set<CriterionScore>().AsNoTracking().Where(score => score.InterviewId == id).ToListAsync(TestContext.Current.CancellationToken);
        return [.. scores.Select(score => $"{score.LearnerId} {score.Position} {score.Criterion} {score.Level} {score.Evidence} {score.Seq}").Order(StringComparer.Ordinal)];
    }
}
