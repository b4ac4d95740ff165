using System.Net;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>What a paper's rules do to somebody who sits it, on the whole site and with a clock.</summary>
public class RulesTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task When_the_attempts_are_used_a_start_is_refused_and_the_page_says_so()
    {
        var paper = await PaperAsync(new() { MostAttempts = 1 });
        var visitor = await site.VisitorAsync();
        await visitor.SubmitAsync(await visitor.StartAsync("zh", ("paper", paper)));

        var refused = await visitor.PostAsync("/zh/quizzes/start", ("paper", paper));

        Assert.Equal($"/zh/quizzes/{paper}?refused=1", refused.Headers.Location!.OriginalString);
        Assert.Contains("限考 1 次，次数已用完。", await ReadAsync(visitor, $"/zh/quizzes/{paper}?refused=1"), StringComparison.Ordinal);
        Assert.Contains("You have used all your attempts: 1.", await ReadAsync(visitor, $"/en/quizzes/{paper}"), StringComparison.Ordinal);
        Assert.Contains("Attempts used: 1 of 1", await ReadAsync(visitor, $"/en/quizzes/{paper}"), StringComparison.Ordinal);
        await visitor.StartAsync("zh", ("paper", paper), ("mode", "practice"));
    }

    [Fact]
    public async Task Many_starts_at_once_begin_no_more_than_the_rules_allow()
    {
        var paper = await PaperAsync(new() { MostAttempts = 2 });
        var visitor = await site.VisitorAsync();
        await visitor.SubmitAsync(await visitor.StartAsync("zh", ("paper", paper)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => visitor.PostAsync("/zh/quizzes/start", ("paper", paper), ("afresh", "1"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal([1, 2], db.Set<Attempt>().Where(attempt => attempt.PaperKey == paper).Select(attempt => attempt.Number).Order());
    }

    [Fact]
    public async Task Starting_anew_where_nothing_is_left_keeps_what_is_running()
    {
        var paper = await PaperAsync(new() { MostAttempts = 1 });
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", paper));

        var refused = await visitor.PostAsync("/zh/quizzes/start", ("paper", paper), ("afresh", "1"));

        Assert.EndsWith("?refused=1", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await site.AttemptAsync(id)).ClosedAt);
        Assert.Equal($"/zh/attempts/{id}?resumed=1", (await visitor.PostAsync("/zh/quizzes/start", ("paper", paper))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Between_two_exams_lies_the_wait_counted_from_the_end_even_if_nobody_was_there()
    {
        var paper = await PaperAsync(new() { WaitMinutes = 30 });
        var visitor = await site.VisitorAsync();
        // Four minutes long, and never handed in.
        await visitor.StartAsync("zh", ("paper", paper));
        site.Clock.Advance(TimeSpan.FromMinutes(33));

        Assert.EndsWith("?refused=1", (await visitor.PostAsync("/en/quizzes/start", ("paper", paper))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("The next can start at:", await ReadAsync(visitor, $"/en/quizzes/{paper}"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(1.01));
        await visitor.StartAsync("zh", ("paper", paper));
    }

    [Fact]
    public async Task A_window_keeps_out_whoever_comes_early_or_late_and_lets_a_running_exam_finish()
    {
        var now = site.Clock.GetUtcNow();
        var paper = await PaperAsync(new() { OpensAt = now.AddHours(1), ClosesAt = now.AddHours(2) });
        var visitor = await site.VisitorAsync();

        var early = await visitor.PostAsync("/zh/quizzes/start", ("paper", paper));
        var page = await ReadAsync(visitor, $"/zh/quizzes/{paper}");
        site.Clock.Advance(TimeSpan.FromMinutes(119));
        var id = await visitor.StartAsync("zh", ("paper", paper));
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.EndsWith("?refused=1", early.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("还没到开放时间", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"modes\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SaveAsync(id, 1, 1)).StatusCode);
        await visitor.SubmitAsync(id);
        Assert.Contains("已经截止", await ReadAsync(visitor, $"/zh/quizzes/{paper}"), StringComparison.Ordinal);
        Assert.EndsWith("?refused=1", (await visitor.PostAsync("/zh/quizzes/start", ("paper", paper))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_is_refused_does_not_become_a_guest()
    {
        var paper = await PaperAsync(new() { OpensAt = site.Clock.GetUtcNow().AddDays(1) });
        var visitor = await site.VisitorAsync();

        var refused = await visitor.PostAsync("/zh/quizzes/start", ("paper", paper));

        Assert.EndsWith("?refused=1", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(value => value.Contains("learner", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fixed_multiplier_is_everybodys_and_a_person_may_have_another()
    {
        var paper = await PaperAsync(new() { Multiplier = 1 });
        var visitor = await site.VisitorAsync();
        var first = await visitor.StartAsync("zh", ("paper", paper), ("multiplier", "10"));
        var attempt = await site.AttemptAsync(first);
        await visitor.SubmitAsync(first);
        await using (var db = await site.OpenDatabaseAsync())
        {
            db.Add(new PaperOverride { PaperKey = paper, LearnerId = attempt.LearnerId, Multiplier = 2 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var second = await site.AttemptAsync(await visitor.StartAsync("zh", ("paper", paper), ("multiplier", "10")));

        Assert.Equal(TimeSpan.FromMinutes(4), attempt.Deadline - attempt.StartedAt);
        Assert.Equal((TimeSpan.FromMinutes(8), 2.0), (second.Deadline - second.StartedAt, second.Multiplier));
        Assert.Contains("set by the author", await ReadAsync(visitor, $"/en/quizzes/{paper}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_own_window_and_attempts_hold_for_them_alone()
    {
        var now = site.Clock.GetUtcNow();
        var paper = await PaperAsync(new() { MostAttempts = 1, ClosesAt = now.AddHours(1) });
        var (late, other) = (await site.VisitorAsync(), await site.VisitorAsync());
        var id = await late.StartAsync("zh", ("paper", paper));
        await late.SubmitAsync(id);
        await using (var db = await site.OpenDatabaseAsync())
        {
            db.Add(new PaperOverride { PaperKey = paper, LearnerId = (await site.AttemptAsync(id)).LearnerId, MostAttempts = 2, ClosesAt = now.AddDays(1) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        site.Clock.Advance(TimeSpan.FromHours(2));

        await late.StartAsync("zh", ("paper", paper));
        Assert.EndsWith("?refused=1", (await other.PostAsync("/zh/quizzes/start", ("paper", paper))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exam_only_paper_offers_no_practice()
    {
        var paper = await PaperAsync(new() { ExamOnly = true });
        var visitor = await site.VisitorAsync();

        Assert.EndsWith("?refused=1&mode=practice", (await visitor.PostAsync("/zh/quizzes/start", ("paper", paper), ("mode", "practice"))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"practice\"", await visitor.PageAsync($"/zh/quizzes/{paper}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{paper}?mode=practice", await visitor.PageAsync("/zh/quizzes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CountedScore.Best, "67%")]
    [InlineData(CountedScore.First, "33%")]
    [InlineData(CountedScore.Last, "0%")]
    [InlineData(CountedScore.Average, "33%")]
    public async Task The_score_that_counts_stands_on_the_paper_and_its_card_with_passed_or_not(CountedScore counted, string shown)
    {
        var paper = await PaperAsync(new() { Counted = counted, PassMark = 60 });
        var visitor = await site.VisitorAsync();
        foreach (var right in (int[])[2, 4, 0])
        {
            var id = await visitor.StartAsync("zh", ("paper", paper));
            foreach (var (position, key) in (await site.KeyAsync(id)).Take(right))
                await visitor.SaveAsync(id, position, 1, key);
            await visitor.SubmitAsync(id);
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        foreach (var page in new[] { await ReadAsync(visitor, $"/en/quizzes/{paper}"), await CardAsync(visitor, paper) })
        {
            Assert.Contains($"<dd>{shown}", page, StringComparison.Ordinal);
            Assert.Contains("<dd>60%</dd>", page, StringComparison.Ordinal);
            Assert.Contains(counted == CountedScore.Best ? "✓ Passed" : "Not passed", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ReviewExtent.Score)]
    [InlineData(ReviewExtent.Marks)]
    public async Task A_limited_review_says_how_it_went_and_nothing_of_the_key(ReviewExtent extent)
    {
        var paper = await PaperAsync(new() { Review = extent, PassMark = 50 });
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", paper));
        foreach (var (position, key) in (await site.KeyAsync(id)).Take(3))
            await visitor.SaveAsync(id, position, 1, key);
        await visitor.SubmitAsync(id);

        foreach (var language in (string[])["zh", "en"])
        {
            foreach (var query in (string[])["", "?only=wrong", "?late=1&saved=1"])
            {
                var page = WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, language, query));
                Assert.Contains("3 / 6", page, StringComparison.Ordinal);
                Assert.Contains(language == "zh" ? "及格" : "Passed", page, StringComparison.Ordinal);
                Assert.DoesNotContain(QuizSite.Canary, page, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Stem of", page, StringComparison.Ordinal);
                Assert.Equal(extent == ReviewExtent.Marks, page.Contains("<table", StringComparison.Ordinal));
            }
        }
        var api = await visitor.Browser.GetAsync($"/api/attempts/{id}/answers", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(QuizSite.Canary, await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_review_opens_when_the_last_window_has_closed()
    {
        var now = site.Clock.GetUtcNow();
        var paper = await PaperAsync(new() { ReviewAfterWindow = true, ClosesAt = now.AddHours(1) });
        var (visitor, late) = (await site.VisitorAsync(), await site.VisitorAsync());
        var id = await visitor.StartAsync("zh", ("paper", paper));
        await visitor.SubmitAsync(id);
        var lates = await late.StartAsync("zh", ("paper", paper));
        await using (var db = await site.OpenDatabaseAsync())
        {
            db.Add(new PaperOverride { PaperKey = paper, LearnerId = (await site.AttemptAsync(lates)).LearnerId, ClosesAt = now.AddHours(2) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(QuizSite.Canary, await visitor.AttemptPageAsync(id), StringComparison.OrdinalIgnoreCase);
        site.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Contains("the review opens at", await ReadAsync(visitor, $"/en/attempts/{id}"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains(QuizSite.Canary, await visitor.AttemptPageAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_keeps_the_rules_it_was_begun_under()
    {
        var paper = await PaperAsync(new() { Review = ReviewExtent.Score });
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", paper));
        await using (var db = await site.OpenDatabaseAsync())
        {
            db.Set<Paper>().Single(one => one.Key == paper).Rules = PaperRules.None;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await visitor.SubmitAsync(id);

        Assert.Equal(ReviewExtent.Score, (await site.AttemptAsync(id)).Rules.Review);
        Assert.DoesNotContain(QuizSite.Canary, await visitor.AttemptPageAsync(id), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_paper_of_ones_own_may_ask_only_mistakes_and_how_sure_one_is()
    {
        var visitor = await site.VisitorAsync();

        var none = await visitor.PostAsync("/zh/quizzes/start", ("paper", "own"), ("tags", "mistake"));
        var sure = await site.AttemptAsync(await visitor.StartAsync("zh", ("paper", "own"), ("sections", "test-one"), ("confidence", "1")));
        var plain = await site.AttemptAsync(await visitor.StartAsync("zh", ("paper", "own"), ("sections", "test-one")));

        Assert.Equal("/zh/quizzes?none=1#own", none.Headers.Location!.OriginalString);
        Assert.Equal((ConfidenceUse.Asked, ConfidenceUse.None), (sure.Rules.Confidence, plain.Rules.Confidence));
        Assert.NotEqual(sure.Id, plain.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/zh/quizzes/start", ("paper", "own"), ("tags", "hard"))).StatusCode);
    }

    private async Task<string> PaperAsync(PaperRules rules)
    {
        var key = $"rules-{Guid.NewGuid():N}";
        await using var db = await site.OpenDatabaseAsync();
        db.Add(new Paper
        {
            Key = key,
            Scope = PaperScope.Mixed,
            Position = 1,
            Authored = true,
            Title = new("规则卷", "Rules"),
            Summary = new("", ""),
            Blueprint = new() { Sections = ["test-one", "test-two"], Count = 6, Minutes = 4 },
            Rules = rules,
        });
        await db.SaveChangesAsync();
        return key;
    }

    private static async Task<string> ReadAsync(Visitor visitor, string address) => WebUtility.HtmlDecode(await visitor.PageAsync(address));

    private static async Task<string> CardAsync(Visitor visitor, string paper)
    {
        var page = await ReadAsync(visitor, "/en/quizzes");
        var start = page.IndexOf($"aria-labelledby=\"paper-{paper}\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</article>", start, StringComparison.Ordinal)];
    }
}
