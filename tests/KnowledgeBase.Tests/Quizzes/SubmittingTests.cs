using System.Net;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Quizzes;

public class SubmittingTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task Every_right_choice_earns_its_mark()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        foreach (var (position, right) in await site.KeyAsync(id))
            await visitor.SaveAsync(id, position, 1, right);

        var answer = await visitor.SubmitAsync(id);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/zh/attempts/{id}", answer.Headers.Location!.OriginalString);
        var attempt = await site.AttemptAsync(id);
        Assert.Equal((6.0, 6), (attempt.Score, attempt.MaximumScore));
        Assert.Equal(site.Clock.GetUtcNow().ToUnixTimeMilliseconds(), attempt.ClosedAt!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Each_question_keeps_what_it_earned()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        var several = (await site.ItemAsync(id, QuestionKind.Multiple)).Position;
        var one = (await site.ItemAsync(id, QuestionKind.Single)).Position;
        await visitor.SaveAsync(id, several, 1, "a");
        await visitor.SaveAsync(id, one, 1, "b");

        await visitor.SubmitAsync(id);

        await using var db = await site.OpenDatabaseAsync();
        var marks = await db.Set<AttemptItem>().Where(item => item.AttemptId == id).ToDictionaryAsync(item => item.Position, item => item.Mark, TestContext.Current.CancellationToken);
        Assert.Equal(0.5, marks[several]);
        Assert.All(marks.Where(mark => mark.Key != several), mark => Assert.Equal(0, mark.Value));
        Assert.Equal(0.5, (await site.AttemptAsync(id)).Score);
    }

    [Fact]
    public async Task Fifty_submits_at_once_give_one_result()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        var item = await site.ItemAsync(id, QuestionKind.Single);
        await visitor.SaveAsync(id, item.Position, 1, "a");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => visitor.SubmitAsync(id)));
        var first = await site.AttemptAsync(id);
        var review = await visitor.AttemptPageAsync(id);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync(id, ($"seq-{item.Position}", "1"), ($"q-{item.Position}", "b"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.All(answers, answer => Assert.Equal($"/zh/attempts/{id}", answer.Headers.Location!.OriginalString));
        var last = await site.AttemptAsync(id);
        Assert.Equal((1.0, first.ClosedAt), (first.Score, last.ClosedAt));
        Assert.Equal(first.Score, last.Score);
        Assert.Contains(QuizSite.Canary, review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saves_that_race_with_the_submit_are_either_refused_or_graded()
    {
        var visitor = await site.VisitorAsync();
        for (var round = 0; round < 5; round++)
        {
            var id = await visitor.StartAsync();
            var key = await site.KeyAsync(id);

            var saves = key.Select(one => visitor.SaveAsync(id, one.Key, 1, one.Value)).ToList();
            await visitor.SubmitAsync(id);
            var saved = (await Task.WhenAll(saves)).Count(answer => answer.StatusCode == HttpStatusCode.OK);

            Assert.Equal(saved, (await site.AttemptAsync(id)).Score);
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task After_the_submit_nothing_is_saved_any_more()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        await visitor.SubmitAsync(id);

        var answer = await visitor.SaveAsync(id, 1, 1, (await site.KeyAsync(id))[1]);
        var form = await visitor.PostAsync($"/zh/attempts/{id}/answers", ("seq-1", "0"), ("q-1", (await site.KeyAsync(id))[1][0]));
        var asked = await visitor.Browser.GetAsync($"/api/attempts/{id}/answers", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, form.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, asked.StatusCode);
        Assert.Empty(await site.AnswersAsync(id));
        Assert.Equal(0, (await site.AttemptAsync(id)).Score);
    }

    [Fact]
    public async Task Somebody_elses_attempt_is_not_found_whatever_is_tried()
    {
        var owner = await site.VisitorAsync();
        var id = await owner.StartAsync();
        var other = await site.VisitorAsync();
        await other.StartAsync();
        var nobody = await site.VisitorAsync();

        foreach (var stranger in (Visitor[])[other, nobody])
        {
            var tried = new[]
            {
                await stranger.Browser.GetAsync($"/zh/attempts/{id}", TestContext.Current.CancellationToken),
                await stranger.Browser.GetAsync($"/en/attempts/{id}?only=wrong", TestContext.Current.CancellationToken),
                await stranger.Browser.GetAsync($"/api/attempts/{id}/answers", TestContext.Current.CancellationToken),
                await stranger.SaveAsync(id, 1, 1, "a"),
                await stranger.SendAsync(id, 1, "not even JSON"),
                await stranger.PostAsync($"/zh/attempts/{id}/answers", ("seq-1", "0"), ("q-1", "a")),
                await stranger.SubmitAsync(id),
            };
            Assert.All(tried, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        }
        Assert.Null((await site.AttemptAsync(id)).ClosedAt);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Fact]
    public async Task An_attempt_that_does_not_exist_is_not_found()
    {
        var visitor = await site.VisitorAsync();
        await visitor.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SaveAsync(Guid.NewGuid(), 1, 1, "a")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(Guid.NewGuid())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync($"/zh/attempts/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync("/zh/attempts/no-guid", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();

        foreach (var address in (string[])["/zh/quizzes/start", $"/zh/attempts/{id}/answers", $"/zh/attempts/{id}/submit"])
        {
            using var form = new FormUrlEncodedContent([new("paper", QuizSite.Paper)]);
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Browser.PostAsync(address, form, TestContext.Current.CancellationToken)).StatusCode);
        }
        Assert.Null((await site.AttemptAsync(id)).ClosedAt);
    }

    [Fact]
    public async Task What_was_done_as_a_guest_goes_along_to_the_account()
    {
        var guest = await site.VisitorAsync();
        var id = await guest.StartAsync();
        var account = await site.VisitorAsync();
        var accountId = (await site.AttemptAsync(await account.StartAsync())).LearnerId;
        await guest.SaveAsync(id, 1, 1, (await site.KeyAsync(id))[1]);

        using (var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(site.Services))
        {
            var belongings = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<KnowledgeBase.Learners.Belongings>(scope.ServiceProvider);
            await belongings.MoveAsync((await site.AttemptAsync(id)).LearnerId, accountId, TestContext.Current.CancellationToken);
            var export = System.Text.Json.JsonSerializer.Serialize(await belongings.ExportAsync(accountId, TestContext.Current.CancellationToken), Json.Options);
            Assert.Contains(id.ToString(), export, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("test-one/", export, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await account.SaveAsync(id, 1, 2, (await site.KeyAsync(id))[1])).StatusCode);
        Assert.Contains("fieldset", await account.AttemptPageAsync(id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.SaveAsync(id, 1, 3)).StatusCode);
    }
}
