using System.Net;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>A practice on nothing but what was wrong.</summary>
public class RetryTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task Only_what_was_not_fully_right_is_asked_again_in_practice()
    {
        var (visitor, id) = await CloseAsync();
        Assert.Contains($"action=\"/zh/attempts/{id}/retry\"", await visitor.AttemptPageAsync(id), StringComparison.Ordinal);

        var again = await RetryAsync(visitor, id);

        var attempt = await site.AttemptAsync(again);
        Assert.Equal((AttemptMode.Practice, (Guid?)id, PickedQuestions.Retry), (attempt.Mode, attempt.RetryOf, attempt.PaperKey));
        Assert.Equal(new("全题型 · 错题重做", "All kinds · wrong ones again"), attempt.PaperTitle);
        Assert.Equal(["test-three/Multiple", "test-three/Boolean"], attempt.Blueprint!.Questions);
        Assert.Equal(2, attempt.MaximumScore);
        Assert.Contains($"/zh/attempts/{again}/check/1", await visitor.AttemptPageAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_it_twice_goes_on_with_the_first()
    {
        var (visitor, id) = await CloseAsync();

        Assert.Equal(await RetryAsync(visitor, id), await RetryAsync(visitor, id));
    }

    [Fact]
    public async Task What_is_wrong_once_more_can_be_retried_once_more()
    {
        var (visitor, id) = await CloseAsync();
        var second = await RetryAsync(visitor, id);
        await visitor.SaveAsync(second, 1, 1, [.. (await site.KeyAsync(second))[1]]);
        await visitor.SubmitAsync(second);
        var review = await visitor.AttemptPageAsync(second);

        var third = await site.AttemptAsync(await RetryAsync(visitor, second));

        Assert.Equal(["test-three/Boolean"], third.Blueprint!.Questions);
        Assert.Equal("All kinds · wrong ones again", third.PaperTitle.En);
        Assert.DoesNotContain("/zh/quizzes/start", review, StringComparison.Ordinal);
        Assert.Contains($"href=\"/zh/attempts/{id}\"", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_retried_of_an_attempt_that_runs_or_that_was_all_right()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", QuizSite.AllKinds));
        Assert.Equal($"/zh/attempts/{id}", (await visitor.PostAsync($"/zh/attempts/{id}/retry")).Headers.Location!.OriginalString);
        foreach (var (position, key) in await site.KeyAsync(id))
            await visitor.SaveAsync(id, position, 1, key);
        await visitor.SubmitAsync(id);

        var answer = await visitor.PostAsync($"/zh/attempts/{id}/retry");

        Assert.Equal($"/zh/attempts/{id}?nothing=1", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain("/retry\"", await visitor.AttemptPageAsync(id), StringComparison.Ordinal);
    }

    /// <summary>Multiple and boolean wrong, everything else right.</summary>
    private async Task<(Visitor Visitor, Guid Id)> CloseAsync()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", QuizSite.AllKinds));
        foreach (var (position, key) in await site.KeyAsync(id))
            await visitor.SaveAsync(id, position, 1, position is 2 or 3 ? [.. key.Take(position == 2 ? 1 : 0)] : key);
        await visitor.SubmitAsync(id);
        await visitor.AttemptPageAsync(id);
        return (visitor, id);
    }

    private static async Task<Guid> RetryAsync(Visitor visitor, Guid id)
    {
        var answer = await visitor.PostAsync($"/zh/attempts/{id}/retry");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/', '?')[3]);
    }
}
