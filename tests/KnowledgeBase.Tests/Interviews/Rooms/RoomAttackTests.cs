using System.Net;
using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Questions;
using KnowledgeBase.Tests.Quizzes;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>What somebody in the room, or at its door, may try.</summary>
public class RoomAttackTests(QuizSite site) : IClassFixture<QuizSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_a_member_or_the_projector_gets_before_the_reveal_holds_the_key_a_reason_or_a_mark()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Eve");
        var other = await site.JoinAsync(code, "Bob");
        var room = await site.RoomAsync(code);
        var projector = site.Browser();
        var sent = new List<string>();
        for (var position = 1; position <= Grading.Kinds.Length; position++)
        {
            await host.PressAsync(code, position == 1 ? "start" : "next");
            var key = await site.KeyAsync(code, position);
            var wrong = room.Sheet.Item(position)!.Question.Kind is QuestionKind.Numeric ? ["7"] : key.Reverse().Select(one => one == "a" ? "b" : one == "true" ? "false" : one).ToArray();
            await using (var phone = await RoomStream.OpenAsync(member.Browser, $"/zh/interviews/{code}/events"))
            await using (var screen = await RoomStream.OpenAsync(projector, $"/en/interviews/{code}/events?as=screen&key={room.Sheet.ScreenKey}"))
            {
                await phone.HearsAsync($"data-key=\"Asking-{position}\"");
                await screen.HearsAsync($"data-key=\"Asking-{position}\"");
                foreach (var answer in new[] { await member.AnswerAsync(code, position, wrong), await member.AnswerAsync(code, position, key), await other.AnswerAsync(code, position, key) })
                    sent.Add($"{answer.Headers}{await answer.Content.ReadAsStringAsync(Cancellation)}");
                await phone.HearsAsync("\"answered\":true");
                sent.Add(await member.PageAsync($"/zh/interviews/{code}"));
                sent.Add(await member.PageAsync($"/en/interviews/{code}?said=Given"));
                sent.Add(await member.PageAsync("/zh/interviews"));
                sent.Add(await projector.GetStringAsync($"/zh/interviews/{code}/screen?key={room.Sheet.ScreenKey}", Cancellation));
                sent.Add(phone.Heard);
                sent.Add(screen.Heard);
            }
            Assert.All(sent, text =>
            {
                Assert.DoesNotContain(QuizSite.Canary, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("27182", text, StringComparison.Ordinal);
                Assert.DoesNotContain("correct", text, StringComparison.OrdinalIgnoreCase);
            });
            // What is right or wrong changes nothing of what is said, and points come only from questions that are over.
            Assert.DoesNotContain("\"tone\":\"bad\"", string.Concat(sent), StringComparison.Ordinal);
            Assert.Contains(QuizSite.Canary, await host.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
            await host.PressAsync(code, "reveal");
            Assert.Contains(QuizSite.Canary, await member.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
            sent.Clear();
        }
    }

    [Fact]
    public async Task Points_of_an_open_question_are_in_nobodys_total()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Eve");
        await host.PressAsync(code, "start");
        await member.AnswerAsync(code, 1, "a");
        var snapshot = await site.Get<RoomCatalog>().SnapshotAsync((await site.RoomAsync(code)).Sheet.Id);

        Assert.Equal(0, Assert.Single(snapshot!.People).Points);
        Assert.DoesNotContain("1000", OwnStanding.Of(snapshot, snapshot.People[0], site.Get<RoomRendering>().WordsOf("en")).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_late_twice_or_to_another_question_counts_for_nothing()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync(seconds: 15);
        var (member, slow) = (await site.JoinAsync(code, "Eve"), await site.JoinAsync(code, "Slow"));
        Assert.Equal(HttpStatusCode.Gone, (await member.AnswerAsync(code, 1, "a")).StatusCode);
        await host.PressAsync(code, "start");
        Assert.Equal(HttpStatusCode.Gone, (await member.AnswerAsync(code, 2, "a", "b")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.AnswerAsync(code, 99, "a")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await member.AnswerAsync(code, 1, "x")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await member.AnswerAsync(code, 1, "b")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.AnswerAsync(code, 1, "b")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await member.AnswerAsync(code, 1, "a")).StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(15.6));
        Assert.Equal(HttpStatusCode.Gone, (await slow.AnswerAsync(code, 1, "a")).StatusCode);
        Assert.Equal("b", Assert.Single(await site.AnswersAsync(code)).Choices);

        await host.PressAsync(code, "reveal");
        await host.PressAsync(code, "next");
        site.Clock.Advance(TimeSpan.FromSeconds(15.4));
        Assert.Equal(HttpStatusCode.OK, (await slow.AnswerAsync(code, 2, "a", "b")).StatusCode);
        await host.PressAsync(code, "reveal");
        Assert.Equal(HttpStatusCode.Gone, (await member.AnswerAsync(code, 2, "a", "b")).StatusCode);
    }

    [Fact]
    public async Task Fifty_answers_at_once_are_one()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Eve");
        await host.PressAsync(code, "start");
        member.Browser.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => member.PostAsync($"/zh/interviews/{code}/answers", ("position", "1"), ("q-1", i % 2 == 0 ? "a" : "b"))));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests]));
        Assert.Single(await site.AnswersAsync(code));
    }

    [Fact]
    public async Task Only_the_host_acts_as_host()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Eve");
        var otherHost = await site.HostAsync();
        var stranger = await site.VisitorAsync();
        foreach (var visitor in new[] { member, otherHost, stranger })
        {
            foreach (var act in (string[])["start", "reveal", "next", "end", "lock", "remove", "anything"])
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/zh/interviews/{code}/host/{act}", ("revision", "0"), ("locked", "1"), ("who", $"{Guid.NewGuid()}"))).StatusCode);
            foreach (var page in (string[])["report", "report.csv", "screen", "events?as=screen", "screen?key=guess", "events?as=screen&key=guess"])
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync($"/zh/interviews/{code}/{page}", Cancellation)).StatusCode);
        }
        foreach (var visitor in new[] { otherHost, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync($"/zh/interviews/{code}/events", Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.AnswerAsync(code, 1, "a")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Browser.GetAsync($"/zh/interviews/{code}/review", Cancellation)).StatusCode);
        }
        Assert.Equal(RoomPhase.Lobby, (await site.RoomAsync(code)).State.Phase);
        Assert.Contains((await member.PostAsync("/zh/interviews/open", ("paper", QuizSite.Paper))).StatusCode, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.Forbidden]);
        // Without the form's token even the host does nothing.
        Assert.Equal(HttpStatusCode.BadRequest, (await new Visitor(host.Browser).PostAsync($"/zh/interviews/{code}/host/start", ("revision", "0"))).StatusCode);
    }

    [Fact]
    public async Task A_button_pressed_twice_acts_once()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostAsync($"/zh/interviews/{code}/host/start", ("revision", "0"))));
        Assert.Equal((RoomPhase.Asking, 1), ((await site.RoomAsync(code)).State.Phase, (await site.RoomAsync(code)).State.Revision));
        await host.PostAsync($"/zh/interviews/{code}/host/reveal", ("revision", "0"));
        Assert.Equal(RoomPhase.Asking, (await site.RoomAsync(code)).State.Phase);
    }

    [Fact]
    public async Task Who_was_removed_hears_and_says_nothing_more_and_cannot_come_back()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Troll");
        await using var stream = await RoomStream.OpenAsync(member.Browser, $"/zh/interviews/{code}/events");
        await stream.HearsAsync("Lobby-0");
        var who = Assert.Single((await site.Get<RoomCatalog>().SnapshotAsync((await site.RoomAsync(code)).Sheet.Id))!.People).Learner;
        await host.PostAsync($"/zh/interviews/{code}/host/remove", ("who", $"{who}"));

        await stream.HearsAsync("event: gone");
        await host.PressAsync(code, "start");
        Assert.DoesNotContain("Asking-1", stream.Heard, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.AnswerAsync(code, 1, "a")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Browser.GetAsync($"/zh/interviews/{code}/events", Cancellation)).StatusCode);
        var again = await member.PostAsync("/zh/interviews/join", ("code", code), ("name", "Angel"));
        Assert.Contains("refused=Removed", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Stem of", await member.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
        await host.PressAsync(code, "end");
        await site.LandedAsync(code);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Browser.GetAsync($"/zh/interviews/{code}/review", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Wrong_ended_and_locked_codes_are_told_apart_and_make_nobody_a_guest()
    {
        var host = await site.HostAsync();
        var (locked, ended, expired) = (await host.OpenAsync(), await host.OpenAsync(), await host.OpenAsync());
        await host.PostAsync($"/zh/interviews/{locked}/host/lock", ("locked", "1"));
        await host.PressAsync(ended, "end");
        var visitor = await site.VisitorAsync();

        Assert.Contains("refused=Locked", await TryAsync(locked), StringComparison.Ordinal);
        Assert.Contains("refused=Ended", await TryAsync(ended), StringComparison.Ordinal);
        Assert.Contains("refused=Name", await TryAsync(expired, " "), StringComparison.Ordinal);
        site.Clock.Advance(RoomOpening.Lifetime + TimeSpan.FromSeconds(1));
        Assert.Contains("refused=Ended", await TryAsync(expired), StringComparison.Ordinal);
        Assert.Contains("refused=Unknown", await TryAsync("2222-2222"), StringComparison.Ordinal);
        Assert.Contains("还没有", WebUtility.HtmlDecode(await visitor.PageAsync("/zh/interviews")), StringComparison.Ordinal);
        await QuizSite.EventuallyAsync(async () =>
        {
            site.Clock.Advance(RoomClock.Interval);
            return (await site.RoomAsync(expired)).State.Phase == RoomPhase.Ended;
        });

        async Task<string> TryAsync(string code, string name = "Eve") => (await visitor.PostAsync("/zh/interviews/join", ("code", code), ("name", name))).Headers.Location!.OriginalString;
    }
}

public class RoomGuessingTests(QuizSite site) : IClassFixture<QuizSite>
{
    [Fact]
    public async Task Who_guesses_codes_is_made_to_wait_even_with_a_right_one()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var visitor = await site.VisitorAsync();
        for (var i = 0; i < RoomLimits.WrongCodes; i++)
            Assert.Contains("refused=Unknown", await TryAsync(RoomCode.Make()), StringComparison.Ordinal);

        Assert.Contains("refused=Wait", await TryAsync(code), StringComparison.Ordinal);

        async Task<string> TryAsync(string typed) => (await visitor.PostAsync("/zh/interviews/join", ("code", typed), ("name", "Eve"))).Headers.Location!.OriginalString;
    }
}
