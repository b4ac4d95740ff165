using System.Net;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes;

public class DeadlineTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData(239_999, true)]
    [InlineData(240_000, true)]
    [InlineData(243_000, true)]
    [InlineData(243_001, false)]
    public async Task Answers_count_until_three_seconds_after_the_deadline(int milliseconds, bool counts)
    {
        var (visitor, id, at) = await StartedAsync();
        site.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        var answer = await visitor.SaveAsync(id, at, 1, "a");

        Assert.Equal(counts ? HttpStatusCode.OK : HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(counts ? 1 : 0, (await site.AnswersAsync(id)).Count);
        if (counts)
            Assert.Equal(Math.Max(0, (240_000 - milliseconds) / 1000), (await Visitor.JsonAsync(answer)).GetProperty("secondsLeft").GetInt32());
    }

    [Fact]
    public async Task A_late_answer_is_refused_and_the_saved_one_counts()
    {
        var (visitor, id, at) = await StartedAsync();
        await visitor.SaveAsync(id, at, 1, "a");
        site.Clock.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromSeconds(4));

        var late = await visitor.SaveAsync(id, at, 2, "b");

        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal("application/problem+json", late.Content.Headers.ContentType?.MediaType);
        var attempt = await site.AttemptAsync(id);
        Assert.Equal(1, attempt.Score);
        Assert.Equal(attempt.Deadline, attempt.ClosedAt);
    }

    [Fact]
    public async Task What_arrived_in_time_counts_however_long_its_body_takes()
    {
        var (visitor, id, at) = await StartedAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(4) - TimeSpan.FromSeconds(1));

        var answer = await visitor.SendAsync(id, at, new SlowBody("""{"seq":1,"choices":["a"],"flagged":false}""", () => site.Clock.Advance(TimeSpan.FromSeconds(6))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, (await Visitor.JsonAsync(answer)).GetProperty("secondsLeft").GetInt32());
    }

    [Fact]
    public async Task An_attempt_closes_at_its_deadline_though_nobody_looks()
    {
        var (visitor, id, at) = await StartedAsync();
        await visitor.SaveAsync(id, at, 1, "a");

        site.Clock.Advance(TimeSpan.FromMinutes(4) + ExpiredAttempts.Slack + ExpiredAttempts.Interval);

        await QuizSite.EventuallyAsync(async () => (await site.AttemptAsync(id)).Score is not null);
        var attempt = await site.AttemptAsync(id);
        Assert.Equal(attempt.Deadline, attempt.ClosedAt);
        Assert.Equal(1, attempt.Score);
    }

    [Fact]
    public async Task An_attempt_whose_time_ran_out_while_the_site_was_down_closes_at_its_deadline()
    {
        var database = Path.Combine(Directory.CreateTempSubdirectory("kb-down-").FullName, "knowledge.db");
        var (visitor, id, at) = await StartedAsync();
        await visitor.SaveAsync(id, at, 1, "a");
        await using (var db = await site.OpenDatabaseAsync())
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSql(db.Database, $"VACUUM INTO {database}");

        using var restarted = new QuizSite(database, site.Clock.GetUtcNow().AddDays(1));
        await QuizSite.EventuallyAsync(async () => (await restarted.AttemptAsync(id)).ClosedAt is not null);

        var attempt = await restarted.AttemptAsync(id);
        Assert.Equal(attempt.Deadline, attempt.ClosedAt);
        Assert.Equal(1, attempt.Score);
    }

    [Fact]
    public async Task Looking_at_an_attempt_whose_time_is_over_shows_its_review()
    {
        var (visitor, id, _) = await StartedAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromSeconds(3.001));

        var page = await visitor.AttemptPageAsync(id);

        Assert.Contains(QuizSite.Canary, page, StringComparison.Ordinal);
        var attempt = await site.AttemptAsync(id);
        Assert.Equal((attempt.Deadline, 0.0), (attempt.ClosedAt, attempt.Score));
    }

    [Fact]
    public async Task A_form_that_comes_too_late_changes_nothing_and_says_so()
    {
        var (visitor, id, at) = await StartedAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        var save = await visitor.PostAsync($"/zh/attempts/{id}/answers", ($"seq-{at}", "0"), ($"q-{at}", "a"));
        var submit = await visitor.SubmitAsync(id, ($"seq-{at}", "0"), ($"q-{at}", "a"));

        foreach (var answer in (HttpResponseMessage[])[save, submit])
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal($"/zh/attempts/{id}?late=1", answer.Headers.Location!.OriginalString);
        }
        Assert.Equal(0, (await site.AttemptAsync(id)).Score);
        Assert.Contains("交卷之后才送到的改动没有计入", WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, query: "?late=1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_within_three_seconds_still_counts_but_gains_no_time()
    {
        var (visitor, id, at) = await StartedAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromSeconds(3));

        await visitor.SubmitAsync(id, ($"seq-{at}", "0"), ($"q-{at}", "a"));

        var attempt = await site.AttemptAsync(id);
        Assert.Equal((attempt.Deadline, 1.0), (attempt.ClosedAt, attempt.Score));
    }

    [Theory]
    [InlineData("1", 240)]
    [InlineData("1.25", 300)]
    [InlineData("1.5", 360)]
    [InlineData("2", 480)]
    [InlineData("10", 2400)]
    public async Task The_multiplier_stretches_the_limit(string multiplier, int seconds)
    {
        var visitor = await site.VisitorAsync();

        var attempt = await site.AttemptAsync(await visitor.StartAsync("en", ("multiplier", multiplier)));

        Assert.Equal(seconds, (attempt.Deadline!.Value - attempt.StartedAt).TotalSeconds);
        Assert.Equal(double.Parse(multiplier), attempt.Multiplier);
    }

    [Theory]
    [InlineData("multiplier", "off")]
    [InlineData("mode", "practice")]
    public async Task Without_a_limit_there_is_no_deadline(string field, string value)
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", (field, value));
        var at = (await site.ItemAsync(id, QuestionKind.Single)).Position;

        site.Clock.Advance(TimeSpan.FromDays(3));
        var answer = await visitor.SaveAsync(id, at, 1, "a");

        Assert.Null((await site.AttemptAsync(id)).Deadline);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await Visitor.JsonAsync(answer)).GetProperty("secondsLeft").ValueKind);
    }

    private async Task<(Visitor Visitor, Guid Id, int At)> StartedAsync()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        return (visitor, id, (await site.ItemAsync(id, QuestionKind.Single)).Position);
    }

    /// <summary>A body whose bytes come only after the request was accepted.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly string _json;
        private readonly Action _meanwhile;

        public SlowBody(string json, Action meanwhile)
        {
            (_json, _meanwhile) = (json, meanwhile);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync(TestContext.Current.CancellationToken);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            _meanwhile();
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(_json), TestContext.Current.CancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
