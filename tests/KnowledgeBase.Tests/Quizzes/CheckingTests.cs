using System.Net;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>Practice: each question is explained as soon as it is checked.</summary>
public class CheckingTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Checking_saves_the_page_and_shows_this_questions_solution_and_no_other(string language)
    {
        var (visitor, id) = await PractiseAsync(language);

        var check = await visitor.PostAsync($"/{language}/attempts/{id}/check/4", ("seq-4", "0"), ("q-4", "31415.92"), ("seq-1", "0"), ("q-1", "a"));

        Assert.Equal($"/{language}/attempts/{id}#q4", check.Headers.Location!.OriginalString);
        var page = await visitor.AttemptPageAsync(id, language);
        Assert.Contains("CANARY explanation of test-three/Numeric", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"q-4\"", page, StringComparison.Ordinal);
        Assert.Contains($"/{language}/read/test-chapter/test-three#anchor", page, StringComparison.Ordinal);
        foreach (var other in (string[])["Single", "Multiple", "Boolean", "Order", "Match"])
            Assert.DoesNotContain($"CANARY explanation of test-three/{other}", page, StringComparison.Ordinal);
        Assert.Equal([("a", 1), ("31415.92", 4)], (await site.AnswersAsync(id)).Select(answer => (answer.Choices, answer.Position)));
        Assert.Null((await site.AttemptAsync(id)).ClosedAt);
    }

    [Fact]
    public async Task What_was_checked_stays_as_it_was()
    {
        var (visitor, id) = await PractiseAsync();
        await visitor.SaveAsync(id, 1, 1, "b");
        await visitor.PostAsync($"/zh/attempts/{id}/check/1");

        var save = await visitor.SaveAsync(id, 1, 2, "a");
        var stored = await Visitor.JsonAsync(save);
        var form = await visitor.PostAsync($"/zh/attempts/{id}/answers", ("seq-1", "1"), ("q-1", "a"));
        await visitor.SubmitAsync(id, ("seq-1", "1"), ("q-1", "a"));

        Assert.Equal(HttpStatusCode.Conflict, save.StatusCode);
        Assert.Equal(("b", true), (stored.GetProperty("choices")[0].GetString(), stored.GetProperty("checked").GetBoolean()));
        Assert.Equal(HttpStatusCode.SeeOther, form.StatusCode);
        Assert.Equal("b", Assert.Single(await site.AnswersAsync(id)).Choices);
        Assert.Equal(0, (await site.AttemptAsync(id)).Score);
    }

    [Fact]
    public async Task What_was_checked_without_an_answer_cannot_be_answered_any_more()
    {
        var (visitor, id) = await PractiseAsync();
        await visitor.PostAsync($"/zh/attempts/{id}/check/1");

        var save = await visitor.SaveAsync(id, 1, 1, "a");

        Assert.Equal(HttpStatusCode.Conflict, save.StatusCode);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Fact]
    public async Task A_retried_save_of_what_was_checked_meanwhile_is_still_answered_alike()
    {
        var (visitor, id) = await PractiseAsync();
        await visitor.SaveAsync(id, 1, 1, "b");
        await visitor.PostAsync($"/zh/attempts/{id}/check/1");

        Assert.Equal(HttpStatusCode.OK, (await visitor.SaveAsync(id, 1, 1, "b")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SaveAsync(id, 2, 1, "a")).StatusCode);
    }

    [Fact]
    public async Task Each_question_is_told_of_once_and_closing_keeps_the_marks()
    {
        var told = new List<(int Position, double Mark, bool Answered)>();
        using var listening = site.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
            services.AddSingleton<AttemptGraded>((_, graded) => told.AddRange(graded.Items.Select(item => (item.Item.Position, item.Mark, item.Answered))))));
        var visitor = new Visitor(listening.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://kb.test") }));
        await visitor.PageAsync($"/zh/quizzes/{QuizSite.AllKinds}");
        var id = await visitor.StartAsync("zh", ("paper", QuizSite.AllKinds), ("mode", "practice"));
        await visitor.SaveAsync(id, 1, 1, "a");
        for (var again = 0; again < 2; again++)
            await visitor.PostAsync($"/zh/attempts/{id}/check/1");
        await visitor.PostAsync($"/zh/attempts/{id}/check/3");
        Assert.Equal([(1, 1.0, true), (3, 0.0, false)], told);

        for (var again = 0; again < 2; again++)
            await visitor.SubmitAsync(id);

        Assert.Equal([1, 3, 2, 4, 5, 6], told.Select(one => one.Position));
        Assert.Equal(1, (await site.AttemptAsync(id)).Score);
    }

    [Fact]
    public async Task The_time_that_a_question_took_is_known_when_it_is_checked()
    {
        var (visitor, id) = await PractiseAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await visitor.SaveAsync(id, 1, 1, "a");
        site.Clock.Advance(TimeSpan.FromSeconds(25));
        await visitor.PostAsync($"/zh/attempts/{id}/check/2", ("seq-2", "0"), ("q-2", "a"));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await visitor.SaveAsync(id, 1, 2, "b");

        await visitor.SubmitAsync(id);

        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(25, (await db.Set<AttemptItem>().SingleAsync(item => item.AttemptId == id && item.Position == 2, TestContext.Current.CancellationToken)).Seconds);
    }

    [Fact]
    public async Task An_exam_explains_nothing_before_it_is_over()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", QuizSite.AllKinds));

        Assert.DoesNotContain("/check/", await visitor.AttemptPageAsync(id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/zh/attempts/{id}/check/1", ("seq-1", "0"), ("q-1", "a"))).StatusCode);
        Assert.Empty(await site.AnswersAsync(id));
        Assert.DoesNotContain(QuizSite.Canary, await visitor.AttemptPageAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_checks_somebody_elses_question()
    {
        var (_, id) = await PractiseAsync();
        var (other, _) = await PractiseAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/zh/attempts/{id}/check/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/zh/attempts/{id}/retry")).StatusCode);
    }

    private async Task<(Visitor Visitor, Guid Id)> PractiseAsync(string language = "zh")
    {
        var visitor = await site.VisitorAsync();
        return (visitor, await visitor.StartAsync(language, ("paper", QuizSite.AllKinds), ("mode", "practice")));
    }
}
