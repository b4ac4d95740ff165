using System.Net;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Statistics;
using Microsoft.EntityFrameworkCore;
using Question = KnowledgeBase.Questions.Question;

namespace KnowledgeBase.Tests.Statistics;

public class RegradingTests(StatisticsSite site) : IClassFixture<StatisticsSite>
{
    [Fact]
    public async Task A_regrade_changes_exactly_what_its_preview_said()
    {
        var (paper, question, old) = (await site.PaperAsync(), await site.QuestionAsync(), 0);
        var other = await site.QuestionAsync();
        old = question.CurrentVersion;
        // Version 1 takes a for right. Of these answers the second key judges a, b and nothing; c is gone from it.
        var a = await site.SatAsync(paper, new() { Version = old }, (question, "a", 1), (other, "a", 1));
        var b = await site.SatAsync(paper, new() { Version = old }, (question, "b", 0), (other, "a", 0.5));
        await site.SatAsync(paper, new() { Version = old }, (question, "c", 0));
        await site.SatAsync(paper, new() { Version = old }, (question, "", 0));
        await KeyBecomesAsync(question, "b", ["a", "b", "d"]);
        await site.SatAsync(paper, new(), (question, "b", 1));
        var wish = Wish(question, RegradeRule.CurrentKey, old);
        var before = await DumpAsync();

        var plan = await site.Get<Regrading>().PreviewAsync(wish);
        Assert.Equal(before, await DumpAsync());
        var id = await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, by: null);

        Assert.Equal((4, 1, 2, 1, 2), (plan.Asked, plan.Unjudged, plan.Changes.Count, plan.Up, plan.Scores));
        Assert.Contains(plan.Changes, change => change == new RegradeChange(a, paper, 1, 1, 0, 2, 1, 2));
        Assert.Contains(plan.Changes, change => change == new RegradeChange(b, paper, 1, 0, 1, 0.5, 1.5, 2));
        Assert.Equal(
            Sorted([$"attempt {a} 2", $"attempt {b} 0.5", $"item {a} 1 1", $"item {b} 1 0"]), Sorted(before.Except(await DumpAsync())));
        Assert.Equal(
            Sorted([$"attempt {a} 1", $"attempt {b} 1.5", $"item {a} 1 0", $"item {b} 1 1"]), Sorted((await DumpAsync()).Except(before)));
        await using var db = await site.OpenDatabaseAsync();
        var marks = await db.Set<RegradedMark>().Where(mark => mark.RegradeId == id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            Sorted(plan.Changes.Select(change => $"{change.Attempt} {change.Position} {change.Before} {change.After}")),
            Sorted(marks.Select(mark => $"{mark.AttemptId} {mark.Position} {mark.Before} {mark.After}")));
    }

    [Fact]
    public async Task Done_twice_it_changes_nothing_more_and_is_written_down_once()
    {
        var (question, wish, plan) = await PlannedAsync();
        Assert.NotNull(await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null));
        var after = await DumpAsync();

        Assert.Null(await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null));
        var again = await site.Get<Regrading>().PreviewAsync(wish);

        Assert.Empty(again.Changes);
        Assert.Null(await site.Get<Regrading>().ApplyAsync(wish, again.Fingerprint, null));
        Assert.Equal(after, await DumpAsync());
        Assert.Single(await site.Get<RegradeCatalog>().LogAsync(question.Id));
    }

    [Fact]
    public async Task Fifty_confirmations_at_once_do_it_once()
    {
        var (question, wish, plan) = await PlannedAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null)));

        Assert.Single(done, one => one is not null);
        Assert.Single(await site.Get<RegradeCatalog>().LogAsync(question.Id));
    }

    [Fact]
    public async Task It_is_refused_if_an_attempt_came_in_between()
    {
        var (question, wish, plan) = await PlannedAsync();
        await site.SatAsync(await site.PaperAsync(), new() { Version = wish.Versions[0] }, (question, "a", 1));
        var before = await DumpAsync();

        Assert.Null(await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null));
        Assert.Equal(before, await DumpAsync());
        Assert.Empty(await site.Get<RegradeCatalog>().LogAsync(question.Id));
    }

    [Theory]
    // Right at high confidence 3, wrong there −6; at middle 2 and −2; not said counts as low, 1 and 0.
    [InlineData(3, 3, -6)]
    [InlineData(2, 2, -2)]
    [InlineData(0, 1, 0)]
    public async Task A_score_that_counts_confidence_gets_the_points_of_the_new_mark(int confidence, double right, double wrong)
    {
        var rules = new PaperRules { Confidence = ConfidenceUse.Scored };
        var paper = await site.PaperAsync(rules);
        var (question, other) = (await site.QuestionAsync(), await site.QuestionAsync());
        var old = question.CurrentVersion;
        var wasRight = await site.SatAsync(paper, new() { Version = old, Rules = rules, Confidence = confidence }, (question, "a", 1), (other, "a", 1));
        var wasWrong = await site.SatAsync(paper, new() { Version = old, Rules = rules, Confidence = confidence }, (question, "b", 0), (other, "a", 1));
        await KeyBecomesAsync(question, "b", ["a", "b", "c"]);
        var wish = Wish(question, RegradeRule.CurrentKey, old);

        await site.Get<Regrading>().ApplyAsync(wish, (await site.Get<Regrading>().PreviewAsync(wish)).Fingerprint, null);

        Assert.Equal((wrong + right, right + right), (await ScoreAsync(wasRight), await ScoreAsync(wasWrong)));
    }

    [Fact]
    public async Task Full_marks_are_for_everybody_who_was_asked()
    {
        var (paper, question, other) = (await site.PaperAsync(), await site.QuestionAsync(), await site.QuestionAsync());
        var scored = new PaperRules { Confidence = ConfidenceUse.Scored };
        var wrong = await site.SatAsync(paper, new(), (question, "b", 0), (other, "a", 2.0 / 3));
        var nothing = await site.SatAsync(paper, new(), (question, "", 0));
        var sure = await site.SatAsync(paper, new() { Rules = scored, Confidence = 3 }, (question, "b", 0));
        var silent = await site.SatAsync(paper, new() { Rules = scored }, (question, "", 0));
        var right = await site.SatAsync(paper, new(), (question, "a", 1));
        var wish = Wish(question, RegradeRule.FullMarks, question.CurrentVersion);

        var plan = await site.Get<Regrading>().PreviewAsync(wish);
        await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null);

        Assert.Equal((5, 0, 4), (plan.Asked, plan.Unjudged, plan.Changes.Count));
        Assert.Equal([1.666666667, 1, 3, 1, 1], [await ScoreAsync(wrong), await ScoreAsync(nothing), await ScoreAsync(sure), await ScoreAsync(silent), await ScoreAsync(right)]);
    }

    [Fact]
    public async Task Another_kind_cannot_be_judged_and_running_attempts_are_left_alone()
    {
        var (paper, question) = (await site.PaperAsync(), await site.QuestionAsync());
        var old = question.CurrentVersion;
        await site.SatAsync(paper, new() { Version = old }, (question, "b", 0));
        var running = await site.SatAsync(paper, new() { Version = old }, (question, "b", 0));
        await using (var db = await site.OpenDatabaseAsync())
            await db.Set<Attempt>().Where(attempt => attempt.Id == running).ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.ClosedAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        await KeyBecomesAsync(question, "b", ["a", "b", "c"], QuestionKind.Multiple);

        var plan = await site.Get<Regrading>().PreviewAsync(Wish(question, RegradeRule.CurrentKey, old));

        Assert.Equal((1, 1, 0), (plan.Asked, plan.Unjudged, plan.Changes.Count));
    }

    [Fact]
    public async Task The_papers_statistics_are_computed_anew()
    {
        var (question, wish, plan) = await PlannedAsync();
        var paper = plan.Changes[0].Paper;
        var before = (await site.Get<StatisticsRefresh>().LookAsync(paper, Sittings.First)).Snapshot!;

        await site.Get<Regrading>().ApplyAsync(wish, plan.Fingerprint, null);

        Assert.Null(await site.Get<PaperSnapshots>().FindAsync(paper, Sittings.First));
        var after = (await site.Get<StatisticsRefresh>().LookAsync(paper, Sittings.First)).Snapshot!;
        Assert.Equal((0.5, 1.0), (Facility(before), Facility(after)));

        double Facility(Snapshot snapshot) => snapshot.Figures.Questions.Single(item => item.Question == question.Id).Facility.Value!.Value;
    }

    [Theory]
    [InlineData("zh", "B 也成立", "已重新评分")]
    [InlineData("en", "B holds too", "was regraded on")]
    public async Task An_author_previews_confirms_and_everybody_can_read_why(string language, string reason, string noted)
    {
        var (paper, question) = (await site.PaperAsync(), await site.QuestionAsync());
        var author = await site.BrowserAsync(name: "Grace");
        var learner = await site.BrowserAsync(KnowledgeBase.Learners.LearnerRole.Learner, "Lin");
        var attempt = await site.SatAsync(paper, new() { Learner = await IdAsync("Lin") }, (question, "b", 0));
        await KeyBecomesAsync(question, "b", ["a", "b", "c"]);
        var address = $"/{language}/author/questions/{question.Key}/regrade";

        var missing = await StatisticsSite.PageAsync(author, $"{address}?version=1&rule=CurrentKey&reason=");
        var preview = await StatisticsSite.PageAsync(author, $"{address}?version=1&rule=CurrentKey&reason={Uri.EscapeDataString(reason)}");
        var untouched = await StatisticsSite.PageAsync(learner, $"/{language}/attempts/{attempt}");
        var confirmed = await StatisticsSite.SubmitAsync(author, preview, address + "/confirm");
        var stale = await StatisticsSite.SubmitAsync(author, preview, address + "/confirm");
        var done = await StatisticsSite.PageAsync(author, confirmed.Headers.Location!.OriginalString);
        var refused = await StatisticsSite.PageAsync(author, stale.Headers.Location!.OriginalString);
        var review = await StatisticsSite.PageAsync(learner, $"/{language}/attempts/{attempt}");
        var log = await StatisticsSite.PageAsync(author, $"/{language}/author/regrades");

        Assert.NotNull(missing.QuerySelector("[role=alert]"));
        Assert.Null(missing.QuerySelector("form[method=post]"));
        Assert.Contains("0 → 1", preview.QuerySelector("section[aria-labelledby=preview] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(noted, untouched.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (confirmed.StatusCode, stale.StatusCode));
        Assert.NotNull(done.QuerySelector(".notice.ok"));
        Assert.NotNull(refused.QuerySelector(".notice.bad"));
        var entry = log.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(question.Key, StringComparison.Ordinal));
        Assert.Contains("Grace", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains(reason, entry.TextContent, StringComparison.Ordinal);
        var note = review.QuerySelectorAll(".notice").Single(notice => notice.TextContent.Contains(noted, StringComparison.Ordinal));
        Assert.Contains(reason, note.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 / 1", review.QuerySelector(".score")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_did_not_offer_is_a_bad_request_and_changes_nothing()
    {
        var (question, _, plan) = await PlannedAsync();
        var author = await site.BrowserAsync();
        var address = $"/en/author/questions/{question.Key}/regrade";
        var page = await StatisticsSite.PageAsync(author, $"{address}?version=1&rule=CurrentKey&reason=x");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await DumpAsync();

        foreach (var (version, rule, reason) in ((string, string, string)[])[("9", "CurrentKey", "x"), ("1", "Nonsense", "x"), ("1", "CurrentKey", " "), ("1", "CurrentKey", new('x', 501)), ("one", "CurrentKey", "x")])
        {
            var answer = await author.PostAsync(address + "/confirm", new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("version", version), new("rule", rule), new("reason", reason), new("fingerprint", plan.Fingerprint)]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Equal(before, await DumpAsync());
    }

    /// <summary>Two chose b when a was right, two when b was.</summary>
    private async Task<(Question Question, RegradeWish Wish, RegradePlan Plan)> PlannedAsync()
    {
        var (paper, question) = (await site.PaperAsync(), await site.QuestionAsync());
        var old = question.CurrentVersion;
        await site.SatAsync(paper, new() { Version = old }, (question, "b", 0));
        await site.SatAsync(paper, new() { Version = old }, (question, "b", 0));
        await KeyBecomesAsync(question, "b", ["a", "b", "c"]);
        await site.SatAsync(paper, new(), (question, "b", 1));
        await site.SatAsync(paper, new(), (question, "b", 1));
        var wish = Wish(question, RegradeRule.CurrentKey, old);
        return (question, wish, await site.Get<Regrading>().PreviewAsync(wish));
    }

    private static RegradeWish Wish(Question question, RegradeRule rule, params int[] versions) => new(question.Id, versions, rule, "because");

    private async Task KeyBecomesAsync(Question question, string right, string[] options, QuestionKind kind = QuestionKind.Single)
    {
        await using var db = await site.OpenDatabaseAsync();
        var version = new QuestionVersion
        {
            QuestionId = question.Id,
            Number = 1 + await db.Set<QuestionVersion>().CountAsync(other => other.QuestionId == question.Id),
            Hash = $"{Guid.NewGuid():N}",
            Kind = kind,
            Difficulty = 3,
            Seconds = 40,
            Anchor = "anchor",
            Tags = [],
            Body = new()
            {
                Stem = new("题", "Stem"),
                Explanation = new("解析", "Explanation"),
                Options = [.. options.Select(option => new Option(option, option == right, new(option, option), new(option, option)))],
            },
        };
        db.Add(version);
        await db.SaveChangesAsync();
        question.CurrentVersion = version.Id;
        db.Update(question);
        await db.SaveChangesAsync();
    }

    private async Task<Guid> IdAsync(string name)
    {
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<KnowledgeBase.Learners.Learner>().Where(learner => learner.DisplayName == name).OrderByDescending(learner => learner.Id).Select(learner => learner.Id).FirstAsync();
    }

    private async Task<double?> ScoreAsync(Guid attempt)
    {
        await using var db = await site.OpenDatabaseAsync();
        return (await db.Set<Attempt>().SingleAsync(one => one.Id == attempt)).Score;
    }

    /// <summary>Every score and every mark there is.</summary>
    private async Task<string[]> DumpAsync()
    {
        await using var db = await site.OpenDatabaseAsync();
        return
        [
            .. (await db.Set<Attempt>().AsNoTracking().OrderBy(attempt => attempt.Id).ToListAsync()).Select(attempt => $"attempt {attempt.Id} {attempt.Score}"),
            .. (await db.Set<AttemptItem>().AsNoTracking().OrderBy(item => item.AttemptId).ThenBy(item => item.Position).ToListAsync()).Select(item => $"item {item.AttemptId} {item.Position} {item.Mark}"),
        ];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}
