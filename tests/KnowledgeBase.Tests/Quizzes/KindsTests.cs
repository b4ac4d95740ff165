using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>Numbers, orders and matches in an attempt, saved by the script and by the form.</summary>
public sealed partial class KindsTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_kind_is_saved_graded_and_explained(string language)
    {
        var (visitor, id) = await BeginAsync(language);
        foreach (var (position, key) in await site.KeyAsync(id))
            Assert.Equal(HttpStatusCode.OK, (await visitor.SaveAsync(id, position, 1, key)).StatusCode);
        var running = await visitor.AttemptPageAsync(id, language);

        await visitor.SubmitAsync(id);

        Assert.Equal(6, (await site.AttemptAsync(id)).Score);
        Assert.Contains("value=\"31415.92\"", running, StringComparison.Ordinal);
        var review = WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, language));
        Assert.Contains(language == "zh" ? "31415.92 ± 1% 毫秒" : "31415.92 ± 1% ms", review, StringComparison.Ordinal);
        Assert.Equal(["r", "y", "g", "b"], Whys().Matches(review).Select(match => match.Groups[1].Value).SkipWhile(why => why != "r").Take(4));
        Assert.Contains(language == "zh" ? "相邻关系对了 3/3" : "3 of 3 neighbours right", review, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(review, language == "zh" ? "✓ 你配对了" : "✓ You matched it", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Parts_of_an_order_and_of_a_match_earn_their_share()
    {
        var (visitor, id) = await BeginAsync();
        var key = await site.KeyAsync(id);
        await visitor.SaveAsync(id, 5, 1, key[5][0], key[5][1], "", "");
        await visitor.SaveAsync(id, 6, 1, key[6][0], "", key[6][1]);

        await visitor.SubmitAsync(id);

        Assert.Equal((1 / 3.0) + (1 / 3.0), (await site.AttemptAsync(id)).Score!.Value, 12);
    }

    [Fact]
    public async Task A_typical_wrong_number_is_explained_by_the_thought_behind_it()
    {
        var (visitor, id) = await BeginAsync("en");
        await visitor.SaveAsync(id, 4, 1, "27182,8 ms");
        await visitor.SubmitAsync(id);

        var review = await visitor.AttemptPageAsync(id, "en");

        Assert.Contains($"en {QuizSite.Canary} slip", review, StringComparison.Ordinal);
        Assert.Contains("27182,8 ms", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_look_like_a_number_is_saved_and_said_to()
    {
        var (visitor, id) = await BeginAsync("en");

        var odd = await Visitor.JsonAsync(await visitor.SaveAsync(id, 4, 1, "a <lot>"));
        var page = WebUtility.HtmlDecode(await visitor.AttemptPageAsync(id, "en"));
        var fine = await Visitor.JsonAsync(await visitor.SaveAsync(id, 4, 2, "1,5 毫秒"));

        Assert.False(odd.GetProperty("readable").GetBoolean());
        Assert.Matches("value=\"a <lot>\"[^>]* aria-describedby=\"unit-4 odd-4\"", page);
        Assert.Matches("id=\"odd-4\"[^>]*>This does not look like a number", page);
        Assert.False(fine.TryGetProperty("readable", out _));
        Assert.DoesNotMatch("id=\"odd-4\"[^>]*>[^<]", await visitor.AttemptPageAsync(id, "en"));
    }

    [Theory]
    [InlineData(4, "12345678901234567890123456789012345678901")]
    [InlineData(4, "1\n2")]
    [InlineData(4, "1", "2")]
    [InlineData(5, "a")]
    [InlineData(5, "a", "b", "c", "c")]
    [InlineData(5, "a", "b", "c", "e")]
    [InlineData(5, "a", "b", "c", "CANARY-r")]
    [InlineData(6, "a", "b")]
    [InlineData(6, "a", "b", "d")]
    [InlineData(6, "A", "B", "C")]
    public async Task What_no_form_could_say_is_refused(int position, params string[] choices)
    {
        var (visitor, id) = await BeginAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SaveAsync(id, position, 1, choices)).StatusCode);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Fact]
    public async Task Without_scripts_the_form_says_the_same()
    {
        var (visitor, id) = await BeginAsync();

        await visitor.PostAsync($"/zh/attempts/{id}/answers", [
            ("seq-4", "0"), ("q-4", " １，５ "), .. Fields(5, "b", "", "a", "c"), .. Fields(6, "c", "c", "")]);

        Assert.Equal([" １，５ ", "b,,a,c", "c,c,"], (await site.AnswersAsync(id)).Select(answer => answer.Choices));
        var page = await visitor.AttemptPageAsync(id);
        Assert.Equal(["b", "", "a", "c", "c", "c", ""], Selected().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task A_letter_put_at_two_places_of_an_order_is_kept_once_and_nothing_else_is_lost()
    {
        var (visitor, id) = await BeginAsync();

        var save = await visitor.PostAsync($"/zh/attempts/{id}/answers", [("seq-4", "0"), ("q-4", "7"), .. Fields(5, "b", "a", "b", "b")]);

        Assert.Equal(HttpStatusCode.SeeOther, save.StatusCode);
        Assert.Equal(["7", "b,a,,"], (await site.AnswersAsync(id)).Select(answer => answer.Choices));
    }

    [Fact]
    public async Task Fields_left_empty_are_no_answer()
    {
        var (visitor, id) = await BeginAsync();

        await visitor.PostAsync($"/zh/attempts/{id}/answers", [("seq-4", "0"), ("q-4", "  "), .. Fields(5, "", "", "", ""), .. Fields(6, "", "", "")]);
        await visitor.SaveAsync(id, 5, 1, "", "", "", "");

        Assert.Equal("", Assert.Single(await site.AnswersAsync(id)).Choices);
    }

    [Fact]
    public async Task An_export_names_things_as_the_author_does()
    {
        var (visitor, id) = await BeginAsync();
        await visitor.SaveAsync(id, 5, 1, [.. (await site.KeyAsync(id))[5]]);
        await visitor.SaveAsync(id, 6, 1, [.. (await site.KeyAsync(id))[6]]);

        await using var db = await site.OpenDatabaseAsync();
        var records = new AttemptRecords(site.Get<QuestionBank>(), site.Get<Microsoft.Extensions.Localization.IStringLocalizer<KnowledgeBase.Quizzes.Words>>());
        var export = System.Text.Json.JsonSerializer.Serialize(await records.ExportAsync(db, (await site.AttemptAsync(id)).LearnerId, TestContext.Current.CancellationToken));

        Assert.Contains("""["CANARY-r","CANARY-y","CANARY-g","CANARY-b"]""", export, StringComparison.Ordinal);
        Assert.Contains("CANARY-1 = CANARY-1", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_site_is_stopping_an_answer_is_said_not_to_be_saved()
    {
        using var stopping = new QuizSite();
        var visitor = await stopping.VisitorAsync();
        var id = await visitor.StartAsync();
        await stopping.Get<WriteQueue>().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.SaveAsync(id, 1, 1)).StatusCode);
        foreach (var act in (string[])["answers", "submit"])
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.PostAsync($"/zh/attempts/{id}/{act}", ("seq-1", "0"), ("flag-1", "1"))).StatusCode);
    }

    private async Task<(Visitor Visitor, Guid Id)> BeginAsync(string language = "zh")
    {
        var visitor = await site.VisitorAsync();
        return (visitor, await visitor.StartAsync(language, ("paper", QuizSite.AllKinds)));
    }

    private static IEnumerable<(string, string)> Fields(int position, params string[] values) =>
        values.Select(value => ($"q-{position}", value)).Prepend(($"seq-{position}", "0"));

    [GeneratedRegex("CANARY why (.)", RegexOptions.None, 1000)]
    private static partial Regex Whys();

    [GeneratedRegex("<option value(?:=\"([a-z]?)\")? selected", RegexOptions.None, 1000)]
    private static partial Regex Selected();
}
