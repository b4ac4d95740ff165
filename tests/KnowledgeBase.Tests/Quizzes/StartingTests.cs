using System.Net;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Quizzes;

public class StartingTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task Looking_around_makes_nobody_a_guest_and_starting_does()
    {
        var visitor = await site.VisitorAsync();
        var before = await CountAsync();
        await visitor.PageAsync("/zh/quizzes");
        Assert.Equal(before, await CountAsync());

        await visitor.StartAsync();

        Assert.Equal(before + 1, await CountAsync());

        async Task<int> CountAsync()
        {
            await using var db = await site.OpenDatabaseAsync();
            return await db.Set<KnowledgeBase.Learners.Learner>().CountAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_section_of_the_book_has_a_paper_with_all_its_questions()
    {
        var visitor = await site.VisitorAsync();

        var id = await visitor.StartAsync("zh", ("paper", "section-tiny-section"));

        Assert.Equal(TinyBook.Questions, (await site.AttemptAsync(id)).MaximumScore);
    }

    [Fact]
    public async Task A_paper_that_is_running_is_resumed_and_not_started_twice()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();

        var again = await visitor.PostAsync("/en/quizzes/start", ("paper", QuizSite.Paper));
        var practice = await visitor.StartAsync("zh", ("mode", "practice"));

        Assert.Equal($"/en/attempts/{id}?resumed=1", again.Headers.Location!.OriginalString);
        Assert.Contains("This paper was already open", await visitor.AttemptPageAsync(id, "en", "?resumed=1"), StringComparison.Ordinal);
        Assert.Contains($"/zh/attempts/{id}", await visitor.PageAsync($"/zh/quizzes/{QuizSite.Paper}"), StringComparison.Ordinal);
        Assert.NotEqual(id, practice);
    }

    [Fact]
    public async Task Twenty_clicks_on_start_begin_one_attempt()
    {
        var visitor = await site.VisitorAsync();
        await visitor.StartAsync("zh", ("mode", "practice"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => visitor.PostAsync("/zh/quizzes/start", ("paper", QuizSite.Paper))));

        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString.Split('?')[0]).Distinct());
    }

    [Fact]
    public async Task Starting_anew_hands_in_what_was_running()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();

        var other = await visitor.StartAsync("zh", ("afresh", "1"));

        Assert.NotEqual(id, other);
        Assert.Equal(0, (await site.AttemptAsync(id)).Score);
        Assert.Null((await site.AttemptAsync(other)).ClosedAt);
    }

    [Fact]
    public async Task A_paper_of_ones_own_asks_what_was_asked_for()
    {
        var visitor = await site.VisitorAsync();

        var id = await visitor.StartAsync("zh", ("paper", "own"), ("sections", "test-two"), ("sections", "no-such-section"), ("difficulties", "2"), ("difficulties", "1"), ("count", "50"), ("minutes", "7"), ("multiplier", "2"));

        var sheet = await site.Get<AttemptCatalog>().SheetAsync(id);
        Assert.All(sheet!.Items, item => Assert.Equal("test-two", item.Section));
        Assert.Equal([1, 2], sheet.Items.Select(item => item.Question.Difficulty).Order());
        Assert.Equal(TimeSpan.FromMinutes(14), sheet.Deadline - sheet.StartedAt);
        Assert.Equal(["test-two"], (await site.AttemptAsync(id)).Blueprint!.Sections);
    }

    [Fact]
    public async Task A_paper_of_ones_own_without_any_question_leads_back_and_says_why()
    {
        var visitor = await site.VisitorAsync();

        var answer = await visitor.PostAsync("/zh/quizzes/start", ("paper", "own"), ("sections", "test-two"), ("difficulties", "5"));

        Assert.Equal("/zh/quizzes?none=1#own", answer.Headers.Location!.OriginalString);
        Assert.Contains("没有符合这些条件的题", WebUtility.HtmlDecode(await visitor.PageAsync("/zh/quizzes?none=1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multiplier", "3")]
    [InlineData("multiplier", "NaN")]
    [InlineData("multiplier", "1e9")]
    [InlineData("mode", "cheat")]
    [InlineData("count", "0")]
    [InlineData("count", "101")]
    [InlineData("count", "-1")]
    [InlineData("minutes", "100000")]
    [InlineData("difficulties", "6")]
    public async Task A_wish_that_the_form_does_not_offer_is_refused(string field, string value)
    {
        var visitor = await site.VisitorAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/zh/quizzes/start", ("paper", "own"), (field, value))).StatusCode);
    }

    [Fact]
    public async Task A_paper_that_is_not_offered_is_not_found()
    {
        var visitor = await site.VisitorAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/zh/quizzes/start", ("paper", "no-such-paper"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync("/zh/quizzes/no-such-paper", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_attempt_keeps_the_wording_it_was_started_with()
    {
        var visitor = await site.VisitorAsync();
        (string, string)[] own = [("paper", "own"), ("sections", "test-one"), ("difficulties", "5")];
        await using var db = await site.OpenDatabaseAsync();
        var question = await TestQuestions.AddAsync(db, "test-one/edited", "test-one", QuestionKind.Single, difficulty: 5);
        site.Get<KnowledgeBase.Content.Book>().Forget();
        var before = await visitor.StartAsync("zh", own);

        await TestQuestions.EditAsync(db, question, QuestionKind.Single, "THE NEW WORDING", difficulty: 5);
        site.Get<KnowledgeBase.Content.Book>().Forget();
        var old = await visitor.AttemptPageAsync(before);
        await visitor.SubmitAsync(before);
        var review = await visitor.AttemptPageAsync(before);
        var now = await visitor.AttemptPageAsync(await visitor.StartAsync("zh", own));

        Assert.Contains("Stem of test-one/edited", old, StringComparison.Ordinal);
        Assert.Contains("Stem of test-one/edited", review, StringComparison.Ordinal);
        Assert.Contains("Stem of THE NEW WORDING", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_score_stands_beside_its_paper()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        foreach (var (position, right) in (await site.KeyAsync(id)).Take(3))
            await visitor.SaveAsync(id, position, 1, right);
        await visitor.SubmitAsync(id);
        var worse = await visitor.StartAsync();
        await visitor.SubmitAsync(worse);

        Assert.Contains("<dd>50%</dd>", await visitor.PageAsync("/zh/quizzes"), StringComparison.Ordinal);
        Assert.Contains("<dd>50%</dd>", await visitor.PageAsync($"/en/quizzes/{QuizSite.Paper}"), StringComparison.Ordinal);
    }
}
