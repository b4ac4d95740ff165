using System.Net;
using System.Text;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Quizzes;

public class SavingTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task A_saved_answer_is_in_the_store_when_it_is_acknowledged()
    {
        var (visitor, id, at) = await StartedAsync();

        var answer = await visitor.SaveAsync(id, at, 1, "b");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, (await Visitor.JsonAsync(answer)).GetProperty("seq").GetInt64());
        Assert.Equal(240, (await Visitor.JsonAsync(answer)).GetProperty("secondsLeft").GetInt32());
        var stored = Assert.Single(await site.AnswersAsync(id));
        Assert.Equal((at, 1L, "b", false), (stored.Position, stored.Seq, stored.Choices, stored.Flagged));
        Assert.Equal(site.Clock.GetUtcNow().ToUnixTimeMilliseconds(), stored.SavedAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_later_number_replaces_an_earlier_one_and_may_take_the_choice_back()
    {
        var (visitor, id, at) = await StartedAsync();

        await visitor.SaveAsync(id, at, 1, "a");
        await visitor.SaveAsync(id, at, 7, "b");
        var cleared = await visitor.FlagAsync(id, at, 8);

        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        var stored = Assert.Single(await site.AnswersAsync(id));
        Assert.Equal((8L, "", true), (stored.Seq, stored.Choices, stored.Flagged));
    }

    [Theory]
    [InlineData(4, "c")]
    [InlineData(5, "c")]
    public async Task A_number_that_is_not_higher_is_refused_with_the_stored_state(long seq, string choice)
    {
        var (visitor, id, at) = await StartedAsync();
        await visitor.SaveAsync(id, at, 5, "b");

        var answer = await visitor.SaveAsync(id, at, seq, choice);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var state = await Visitor.JsonAsync(answer);
        Assert.Equal(5, state.GetProperty("seq").GetInt64());
        Assert.Equal("b", Assert.Single(state.GetProperty("choices").EnumerateArray()).GetString());
        Assert.False(state.GetProperty("flagged").GetBoolean());
        Assert.Equal("b", Assert.Single(await site.AnswersAsync(id)).Choices);
    }

    [Fact]
    public async Task A_repeated_save_is_answered_as_the_first_one()
    {
        var (visitor, id, _) = await StartedAsync();
        var at = (await site.ItemAsync(id, QuestionKind.Multiple)).Position;

        var answers = new[] { await visitor.SaveAsync(id, at, 3, "c", "a"), await visitor.SaveAsync(id, at, 3, "c", "a"), await visitor.SaveAsync(id, at, 3, "a", "c") };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal("a,c", Assert.Single(await site.AnswersAsync(id)).Choices);
    }

    [Fact]
    public async Task Of_two_devices_the_higher_number_wins_and_the_other_learns_what_is_stored()
    {
        var (phone, id, at) = await StartedAsync();
        await phone.SaveAsync(id, at, 1, "a");
        await phone.SaveAsync(id, at, 2, "b");

        // The laptop opened the page before the phone's second choice.
        var laptop = await phone.SaveAsync(id, at, 2, "c");
        var again = await phone.SaveAsync(id, at, 3, "c");

        Assert.Equal(HttpStatusCode.Conflict, laptop.StatusCode);
        Assert.Equal("b", (await Visitor.JsonAsync(laptop)).GetProperty("choices")[0].GetString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Forty_saves_at_once_leave_the_highest_number()
    {
        var (visitor, id, at) = await StartedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(seq => visitor.SaveAsync(id, at, seq, seq % 2 == 0 ? "a" : "b")));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        var stored = Assert.Single(await site.AnswersAsync(id));
        Assert.Equal((40L, "a"), (stored.Seq, stored.Choices));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"seq":1}""")]
    [InlineData("""{"seq":1,"choices":null}""")]
    [InlineData("""{"seq":1,"choices":[null]}""")]
    [InlineData("""{"seq":1,"choices":"b"}""")]
    [InlineData("""{"seq":1,"choices":[1]}""")]
    [InlineData("""{"seq":1,"choices":["nothing-like-it"]}""")]
    [InlineData("""{"seq":1,"choices":["b","b"]}""")]
    [InlineData("""{"seq":1,"choices":["a","b"]}""")]
    [InlineData("""{"seq":1,"choices":["a,b"]}""")]
    [InlineData("""{"seq":0,"choices":["b"]}""")]
    [InlineData("""{"seq":-3,"choices":["b"]}""")]
    [InlineData("""{"seq":1.5,"choices":["b"]}""")]
    [InlineData("""{"seq":1000000001,"choices":["b"]}""")]
    [InlineData("""{"seq":99999999999999999999,"choices":["b"]}""")]
    [InlineData("""{"seq":1,"choices":["b"],"flagged":"yes"}""")]
    [InlineData("""{"seq":1,"choices":[[[[[[[[["b"]]]]]]]]]}""")]
    public async Task A_malformed_answer_is_refused_and_nothing_is_stored(string json)
    {
        var (visitor, id, at) = await StartedAsync();

        var answer = await visitor.SendAsync(id, at, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_bodies_without_end_are_refused()
    {
        var (visitor, id, at) = await StartedAsync();

        var noText = await visitor.SendAsync(id, at, new ByteArrayContent([0x7b, 0xff, 0xfe, 0x00, 0x7d]));
        var endless = await visitor.SendAsync(id, at, """{"seq":1,"choices":["b"],"more":""" + '"' + new string('x', 100_000) + "\"}");

        Assert.Equal(HttpStatusCode.BadRequest, noText.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, endless.StatusCode);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task A_question_that_the_attempt_does_not_have_is_not_found(int position)
    {
        var (visitor, id, _) = await StartedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SaveAsync(id, position, 1, "b")).StatusCode);
    }

    [Fact]
    public async Task A_save_without_its_token_is_refused()
    {
        var (visitor, id, at) = await StartedAsync();

        var answer = await visitor.SendAsync(id, at, new StringContent("""{"seq":1,"choices":["b"],"flagged":false}""", Encoding.UTF8, "application/json"), withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await site.AnswersAsync(id));
    }

    [Fact]
    public async Task A_page_that_was_asleep_can_ask_what_is_stored()
    {
        var (visitor, id, at) = await StartedAsync();
        await visitor.SaveAsync(id, at, 4, "c");

        var stored = await Visitor.JsonAsync(await visitor.Browser.GetAsync($"/api/attempts/{id}/answers", TestContext.Current.CancellationToken));

        Assert.Equal(240, stored.GetProperty("secondsLeft").GetInt32());
        var answer = Assert.Single(stored.GetProperty("answers").EnumerateArray());
        Assert.Equal((at, 4L, "c"), (answer.GetProperty("position").GetInt32(), answer.GetProperty("seq").GetInt64(), answer.GetProperty("choices")[0].GetString()));
    }

    [Fact]
    public async Task More_saves_than_anybody_makes_are_slowed_down_with_a_word_when_to_come_back()
    {
        var (visitor, id, at) = await StartedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 300).Select(seq => visitor.SaveAsync(id, at, seq, "b")));

        Assert.All(answers, answer => Assert.True((int)answer.StatusCode is 200 or 409 or 429));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null);
    }

    /// <summary>An attempt and the place of a question with one right answer in it.</summary>
    private async Task<(Visitor Visitor, Guid Id, int At)> StartedAsync()
    {
        var visitor = await site.VisitorAsync();
        var id = await visitor.StartAsync();
        return (visitor, id, (await site.ItemAsync(id, QuestionKind.Single)).Position);
    }
}
