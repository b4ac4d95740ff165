using Bunit;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Quizzes;

public class SecretKeyTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData(QuizSite.Paper)]
    [InlineData(QuizSite.AllKinds)]
    public async Task Nothing_that_an_open_attempt_sends_holds_the_key_a_reason_or_an_explanation(string paper)
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync("zh", ("paper", paper));
        var sent = new List<string>();
        foreach (var language in (string[])["zh", "en"])
        {
            sent.Add(await visitor.PageAsync($"/{language}/quizzes"));
            sent.Add(await visitor.PageAsync($"/{language}/quizzes/{paper}"));
            sent.Add(await visitor.AttemptPageAsync(id, language));
            sent.Add(await visitor.AttemptPageAsync(id, language, "?only=wrong&saved=1&late=1"));
        }
        foreach (var answer in new[]
        {
            await visitor.SaveAsync(id, 1, 2, (await site.KeyAsync(id))[1][0]),
            await visitor.SaveAsync(id, 1, 1),
            await visitor.SaveAsync(id, 4, 1, "9"),
            await visitor.SaveAsync(id, 4, 2, "nonsense"),
            await visitor.SaveAsync(id, 5, 1, "a", "b", "c", "d"),
            await visitor.SaveAsync(id, 6, 1, "a", "b", "c"),
            await visitor.PostAsync($"/zh/attempts/{id}/check/4"),
            await visitor.PostAsync($"/zh/attempts/{id}/retry"),
            await visitor.SendAsync(id, 1, "{}"),
            await visitor.Browser.GetAsync($"/api/attempts/{id}/answers", TestContext.Current.CancellationToken),
            await visitor.PostAsync($"/zh/attempts/{id}/answers", ("seq-2", "0")),
            await visitor.PostAsync("/zh/quizzes/start", ("paper", paper)),
        })
        {
            sent.Add($"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        Assert.All(sent, text => Assert.DoesNotContain(QuizSite.Canary, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(sent, text => Assert.DoesNotContain("31415", text, StringComparison.Ordinal));
        Assert.All(sent, text => Assert.DoesNotContain("27182", text, StringComparison.Ordinal));
        Assert.All(sent, text => Assert.DoesNotContain("correct", text, StringComparison.OrdinalIgnoreCase));
        await visitor.SubmitAsync(id);
        Assert.Contains(QuizSite.Canary, await visitor.AttemptPageAsync(id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuestionKind.Single)]
    [InlineData(QuestionKind.Multiple)]
    [InlineData(QuestionKind.Boolean)]
    public void A_question_looks_the_same_whichever_option_is_right(QuestionKind kind)
    {
        var body = TestQuestions.Body(kind, "text");
        var flipped = body with { Options = [.. body.Options.Select(option => option with { Correct = !option.Correct })] };

        Assert.Equal(Render(kind, body), Render(kind, flipped));
    }

    [Theory]
    [InlineData(QuestionKind.Single)]
    [InlineData(QuestionKind.Multiple)]
    [InlineData(QuestionKind.Boolean)]
    [InlineData(QuestionKind.Order)]
    [InlineData(QuestionKind.Match)]
    public void The_order_of_options_depends_on_neither_the_key_nor_the_authors_order(QuestionKind kind)
    {
        var body = TestQuestions.Body(kind, "text");
        var turned = body with
        {
            Options = [.. body.Options.Reverse().Select(option => option with { Correct = !option.Correct })],
            Items = [.. body.Items.Reverse()],
            Pairs = [.. body.Pairs.Reverse()],
        };

        for (var seed = 0; seed < 50; seed++)
            Assert.Equal(Draw.Options(Version(kind, body), new(seed)), Draw.Options(Version(kind, turned), new(seed)));
    }

    [Theory]
    [InlineData(QuestionKind.Numeric)]
    [InlineData(QuestionKind.Order)]
    [InlineData(QuestionKind.Match)]
    public void A_question_looks_the_same_whatever_its_key_is(QuestionKind kind)
    {
        var body = TestQuestions.Body(kind, "text");
        string[] shown = ["CANARY-r", "CANARY-y", "CANARY-g", "CANARY-b"];
        shown = kind switch { QuestionKind.Order => shown, QuestionKind.Match => ["CANARY-2", "CANARY-1", "CANARY-3", "CANARY-1", "CANARY-3", "CANARY-2"], _ => [] };
        // The right order is another, the right sides belong elsewhere, the number is another.
        var other = body with
        {
            Number = body.Number is { } number ? number with { Answer = 1, Tolerance = 0, Percent = false, Slips = [] } : null,
            Items = [.. body.Items.Reverse()],
            Pairs = [.. body.Pairs.Select((pair, index) => pair with { Left = body.Pairs[(index + 1) % 3].Left })],
        };
        string[] otherShown = kind == QuestionKind.Match ? ["CANARY-1", "CANARY-3", "CANARY-2", "CANARY-1", "CANARY-3", "CANARY-2"] : shown;

        Assert.Equal(Render(kind, body, shown), Render(kind, other, otherShown));
    }

    private static string Render(QuestionKind kind, QuestionBody body) => Render(kind, body, [.. body.Options.Select(option => option.Id)]);

    private static string Render(QuestionKind kind, QuestionBody body, string[] shown)
    {
        using var context = new BunitContext();
        context.Services.AddLocalization();
        var prompt = Prompt.Of(Version(kind, body), shown, "en");
        return context.Render<QuestionPrompt>(parameters => parameters.Add(one => one.Prompt, prompt).Add(one => one.Position, 1)).Markup;
    }

    private static QuestionVersion Version(QuestionKind kind, QuestionBody body) => new()
    {
        QuestionId = 1,
        Number = 1,
        Hash = "",
        Kind = kind,
        Difficulty = 1,
        Seconds = 1,
        Anchor = "",
        Tags = [],
        Body = body,
    };
}
