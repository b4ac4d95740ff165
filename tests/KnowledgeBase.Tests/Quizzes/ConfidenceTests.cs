using System.Net;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>How sure people say they are: asked only where the paper wants it, kept with the answer, scored only where the paper says so.</summary>
public class ConfidenceTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData(ConfidenceUse.None, 0)]
    [InlineData(ConfidenceUse.Asked, 3)]
    [InlineData(ConfidenceUse.Scored, 3)]
    internal async Task It_is_kept_only_where_it_is_asked(ConfidenceUse use, int kept)
    {
        var (visitor, id) = await BeginAsync(use);

        Assert.Equal(kept > 0, (await visitor.AttemptPageAsync(id)).Contains("name=\"confidence-1\"", StringComparison.Ordinal));
        await SayAsync(visitor, id, 1, "a", 3);
        await visitor.PostAsync($"/zh/attempts/{id}/answers", ("seq-2", "0"), ("q-2", "a"), ("confidence-2", "3"));

        Assert.Equal([kept, kept], (await site.AnswersAsync(id)).Select(answer => answer.Confidence));
        Assert.Equal(kept > 0, System.Text.RegularExpressions.Regex.IsMatch(
            await visitor.AttemptPageAsync(id), "name=\"confidence-1\" value=\"3\" checked", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task It_may_be_said_and_changed_without_an_answer()
    {
        var (visitor, id) = await BeginAsync(ConfidenceUse.Asked);
        await visitor.SendAsync(id, 1, """{"seq":1,"choices":[],"flagged":false,"confidence":1}""");
        await visitor.SendAsync(id, 1, """{"seq":2,"choices":[],"flagged":false,"confidence":2}""");
        var stale = await visitor.SendAsync(id, 1, """{"seq":1,"choices":[],"flagged":false}""");

        Assert.Equal(2, Assert.Single(await site.AnswersAsync(id)).Confidence);
        Assert.Equal(2, (await Visitor.JsonAsync(stale)).GetProperty("confidence").GetInt32());
    }

    [Theory]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("\"high\"")]
    public async Task Nothing_else_is_a_confidence(string value)
    {
        var (visitor, id) = await BeginAsync(ConfidenceUse.Asked);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(id, 1, $$"""{"seq":1,"choices":[],"flagged":false,"confidence":{{value}}}""")).StatusCode);
    }

    [Fact]
    public async Task Where_it_is_scored_the_review_explains_the_points()
    {
        var (visitor, id) = await BeginAsync(ConfidenceUse.Scored);
        await SayAsync(visitor, id, 1, "a", 3);
        await SayAsync(visitor, id, 3, "false", 3);
        await SayAsync(visitor, id, 4, "31415.92", 1);

        await visitor.SubmitAsync(id);

        Assert.Equal(3 - 6 + 1, (await site.AttemptAsync(id)).Score);
        var review = WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, "en"));
        Assert.Contains("−2 / 18", review, StringComparison.Ordinal);
        Assert.Contains("Confidence is scored here", review, StringComparison.Ordinal);
        Assert.Contains("−6 points.", review, StringComparison.Ordinal);
        Assert.Contains("1 point.", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_only_asked_the_score_does_not_depend_on_it()
    {
        var (visitor, id) = await BeginAsync(ConfidenceUse.Asked);
        await SayAsync(visitor, id, 1, "a", 1);
        await SayAsync(visitor, id, 3, "false", 3);

        await visitor.SubmitAsync(id);

        Assert.Equal(1, (await site.AttemptAsync(id)).Score);
        var review = WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, "en"));
        Assert.Contains("Confidence: Very sure.", review, StringComparison.Ordinal);
        Assert.DoesNotContain("point.", review, StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, Guid Id)> BeginAsync(ConfidenceUse use)
    {
        var visitor = await site.VisitorAsync();
        return (visitor, await visitor.StartAsync("zh", ("paper", use == ConfidenceUse.None ? QuizSite.AllKinds : $"{QuizSite.AllKinds}-{use}")));
    }

    private static async Task SayAsync(Visitor visitor, Guid id, int position, string choice, int confidence)
    {
        var save = await visitor.SendAsync(id, position, $$"""{"seq":1,"choices":["{{choice}}"],"flagged":false,"confidence":{{confidence}}}""");
        Assert.Equal(HttpStatusCode.OK, save.StatusCode);
    }
}
