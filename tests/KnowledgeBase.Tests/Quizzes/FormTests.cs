using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>The whole journey without scripts: plain pages and plain forms.</summary>
public partial class FormTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_paper_can_be_taken_with_forms_alone(string language)
    {
        var visitor = await site.VisitorAsync();
        Assert.Contains($"/{language}/quizzes/{QuizSite.Paper}", await visitor.PageAsync($"/{language}/quizzes"), StringComparison.Ordinal);
        await visitor.PageAsync($"/{language}/quizzes/{QuizSite.Paper}");
        var id = await visitor.StartAsync(language);
        var (one, several) = ((await site.ItemAsync(id, QuestionKind.Single)).Position, (await site.ItemAsync(id, QuestionKind.Multiple)).Position);

        var save = await visitor.PostAsync($"/{language}/attempts/{id}/answers",
            ($"seq-{one}", "0"), ($"q-{one}", "a"), ($"seq-{several}", "0"), ($"q-{several}", "a"), ($"q-{several}", "c"), ($"flag-{several}", "1"), ("at", $"{several}"));
        Assert.Equal($"/{language}/attempts/{id}?saved=1#q{several}", save.Headers.Location!.OriginalString);
        var page = await visitor.AttemptPageAsync(id, language);
        Assert.Equal(new[] { $"{one}=a", $"{several}=a", $"{several}=c" }.Order(), Checked(page).Order());
        Assert.Matches($"name=\"flag-{several}\"[^>]*checked", page);
        Assert.Matches($"name=\"seq-{one}\" value=\"1\"", page);
        Assert.Equal(6, Regex.Count(page, "<fieldset", RegexOptions.None, TimeSpan.FromSeconds(1)));

        var submit = await visitor.PostAsync($"/{language}/attempts/{id}/submit", ($"seq-{one}", "1"), ($"q-{one}", "b"));
        Assert.Equal($"/{language}/attempts/{id}", submit.Headers.Location!.OriginalString);
        var review = await visitor.AttemptPageAsync(id, language);
        Assert.Equal(6, Regex.Count(review, "<article", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains($"{language} {QuizSite.Canary} why c", review, StringComparison.Ordinal);
        Assert.Contains($"/{language}/read/test-chapter/test-one#anchor", review, StringComparison.Ordinal);
        Assert.Equal(0, (await site.AttemptAsync(id)).Score);
    }

    [Fact]
    public async Task The_review_is_there_in_both_languages_whichever_it_was_taken_in()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh");
        await visitor.SubmitAsync(id);

        Assert.Contains("zh <p>Stem of", await visitor.AttemptPageAsync(id, "zh"), StringComparison.Ordinal);
        Assert.Contains("en <p>Stem of", await visitor.AttemptPageAsync(id, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_can_show_only_what_was_not_fully_right()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        foreach (var (position, right) in (await site.KeyAsync(id)).Skip(2))
            await visitor.SaveAsync(id, position, 1, right);
        await visitor.SubmitAsync(id);

        var wrong = await visitor.AttemptPageAsync(id, query: "?only=wrong");

        Assert.Equal(["q1", "q2"], Articles().Matches(wrong).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task A_form_that_did_not_know_of_a_later_answer_leaves_it_and_says_which()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        var at = (await site.ItemAsync(id, QuestionKind.Single)).Position;
        await visitor.SaveAsync(id, at, 1, "a");
        await visitor.SaveAsync(id, at, 2, "b");

        var save = await visitor.PostAsync($"/zh/attempts/{id}/answers", ($"seq-{at}", "1"), ($"q-{at}", "c"));

        Assert.Equal($"/zh/attempts/{id}?elsewhere={at}", save.Headers.Location!.OriginalString);
        Assert.Equal("b", Assert.Single(await site.AnswersAsync(id)).Choices);
        Assert.Contains($"第 {at} 题已在别的标签页或设备上改过", WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, query: $"?elsewhere={at}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_holds_is_saved_before_it_is_handed_in()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        var fields = (await site.KeyAsync(id)).SelectMany(one => one.Value.Select(choice => ($"q-{one.Key}", choice)).Append(($"seq-{one.Key}", "0"))).ToArray();

        await visitor.SubmitAsync(id, fields);

        Assert.Equal(6, (await site.AttemptAsync(id)).Score);
    }

    [Theory]
    [InlineData("seq-1", "x")]
    [InlineData("seq-1", "-1")]
    [InlineData("seq-1", "99999999999999999999")]
    [InlineData("q-1", "nothing-like-it")]
    public async Task A_form_that_is_not_ours_is_refused_whole(string field, string value)
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        var right = (await site.KeyAsync(id))[2];

        foreach (var act in (string[])["answers", "submit"])
        {
            var answer = await visitor.PostAsync($"/zh/attempts/{id}/{act}", (field, value), (field == "q-1" ? "seq-1" : "more", "0"), ("seq-2", "0"), ("q-2", right[0]));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Empty(await site.AnswersAsync(id));
        Assert.Null((await site.AttemptAsync(id)).ClosedAt);
    }

    private static IEnumerable<string> Checked(string page) => Inputs().Matches(page)
        .Where(match => match.Value.Contains(" checked", StringComparison.Ordinal)).Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}");

    [GeneratedRegex("<input [^>]*name=\"q-(\\d+)\" value=\"([^\"]+)\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<article class=\"question\" id=\"(q\\d+)\"", RegexOptions.None, 1000)]
    private static partial Regex Articles();
}
