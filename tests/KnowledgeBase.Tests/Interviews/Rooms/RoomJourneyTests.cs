using System.Net;
using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Statistics;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Interviews.Rooms;

public class RoomJourneyTests(QuizSite site) : IClassFixture<QuizSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_opened_joined_answered_revealed_ended_and_lands_in_everybodys_history()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync(scoring: RoomScoring.Speed);
        Assert.Contains("<svg class=\"qr\"", await host.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
        var (early, twin) = (await site.JoinAsync(code, "李雷"), await site.JoinAsync(code, "李雷", "en"));
        await using var phone = await RoomStream.OpenAsync(early.Browser, $"/zh/interviews/{code}/events");
        await using var screen = await RoomStream.OpenAsync(host.Browser, $"/en/interviews/{code}/events?as=screen");
        await using var desk = await RoomStream.OpenAsync(host.Browser, $"/zh/interviews/{code}/events");
        await phone.HearsAsync("data-key=\"Lobby-0\"");

        await host.PressAsync(code, "start");
        await phone.HearsAsync("data-key=\"Asking-1\"");
        await screen.HearsAsync("Stem of test-three/Single");
        // The key, which only the host has now.
        await desk.HearsAsync($"{QuizSite.Canary} explanation of test-three/Single");
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await early.AnswerAsync(code, 1, "a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await twin.AnswerAsync(code, 1, "b")).StatusCode);
        await phone.HearsAsync("\"answered\":true");
        await host.PressAsync(code, "reveal");
        await phone.HearsAsync("data-key=\"Revealed-1\"");
        await phone.HearsAsync("+750");

        await host.PressAsync(code, "next");
        var late = await site.JoinAsync(code, "后来的人");
        Assert.Contains("后来的人", WebUtility.HtmlDecode(await host.PageAsync($"/zh/interviews/{code}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await late.AnswerAsync(code, 2, "a", "b")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await late.AnswerAsync(code, 1, "a")).StatusCode);
        await host.PressAsync(code, "reveal");
        await host.PressAsync(code, "end");
        await phone.HearsAsync("data-key=\"Ended-2\"");
        await site.LandedAsync(code);

        var review = await early.Browser.GetAsync($"/zh/interviews/{code}/review", Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, review.StatusCode);
        Assert.Contains("Stem of test-three/Single", await early.PageAsync(review.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("模拟面试", WebUtility.HtmlDecode(await early.PageAsync("/zh/history")), StringComparison.Ordinal);
        var (one, other) = (await AttemptOfAsync(early, code), await AttemptOfAsync(late, code));
        Assert.Equal((AttemptMode.Live, 1.0, 2), (one.Mode, one.Score!.Value, one.MaximumScore));
        Assert.Equal((1.0, 1), (other.Score!.Value, other.MaximumScore));
        Assert.Single(await site.AnswersAsync(other.Id));

        var report = WebUtility.HtmlDecode(await host.PageAsync($"/zh/interviews/{code}/report"));
        Assert.Contains("李雷 (2)", report, StringComparison.Ordinal);
        Assert.Contains("从第 2 题起", report, StringComparison.Ordinal);
        var csv = await host.Browser.GetStringAsync($"/zh/interviews/{code}/report.csv", Cancellation);
        Assert.Equal(4, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("后来的人,2,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitting_in_a_room_is_no_exam_for_the_papers_statistics_and_counts_as_no_attempt()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync(QuizSite.Paper);
        var member = await site.JoinAsync(code, "Tom");
        await host.PressAsync(code, "start");
        await member.AnswerAsync(code, 1, await site.KeyAsync(code, 1));
        await host.PressAsync(code, "end");
        await site.LandedAsync(code);
        var learner = (await AttemptOfAsync(member, code)).LearnerId;

        await using var db = await site.OpenDatabaseAsync();
        Assert.Equal(0, (await PaperReading.FiguresAsync(db, QuizSite.Paper, Sittings.All, Cancellation)).Attempts);
        Assert.Empty(PaperOverrides.Ended(db, learner, QuizSite.Paper, new() { MostAttempts = 1 }, site.Clock.GetUtcNow()));
        Assert.Empty(await site.Get<PaperResults>().OfAsync(learner, [await db.Set<Paper>().AsNoTracking().SingleAsync(paper => paper.Key == QuizSite.Paper, Cancellation)]));
        Assert.Equal(HttpStatusCode.BadRequest, (await member.PostAsync("/zh/quizzes/start", ("paper", QuizSite.Paper), ("mode", "live"))).StatusCode);
        Assert.False((await site.Get<AttemptCatalog>().SheetAsync((await AttemptOfAsync(member, code)).Id))!.ExplainsAtOnce);
    }

    [Fact]
    public async Task Every_page_works_by_reloading_without_a_script()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var member = await site.JoinAsync(code, "Mei", "en");
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"3;", await member.PageAsync($"/en/interviews/{code}"), StringComparison.Ordinal);
        await host.PressAsync(code, "start");
        // A half-made answer is not reloaded away before its time is over.
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"63;", await member.PageAsync($"/en/interviews/{code}"), StringComparison.Ordinal);

        var nothing = await member.PostAsync($"/en/interviews/{code}/answers", ("position", "1"));
        Assert.EndsWith("?said=Nothing", nothing.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var saved = await member.PostAsync($"/en/interviews/{code}/answers", ("position", "1"), ("q-1", "b"));
        Assert.Equal($"/en/interviews/{code}", saved.Headers.Location!.OriginalString);
        var page = WebUtility.HtmlDecode(await member.PageAsync($"/en/interviews/{code}"));
        Assert.Contains("Received", page, StringComparison.Ordinal);
        Assert.Contains("value=\"b\" checked", page, StringComparison.Ordinal);
        await host.PressAsync(code, "reveal");
        Assert.Contains("Not right. You answered", WebUtility.HtmlDecode(await member.PageAsync($"/en/interviews/{code}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_sets_the_pace_and_goes_through_to_the_end()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync(QuizSite.Paper, RoomScoring.Speed, RoomPace.Clock, seconds: 15);
        var member = await site.JoinAsync(code, "Tick");
        await host.PressAsync(code, "start");
        for (var position = 1; position <= 6; position++)
        {
            await ReachAsync(RoomPhase.Asking, position);
            Assert.Equal(HttpStatusCode.OK, (await member.AnswerAsync(code, position, await site.KeyAsync(code, position))).StatusCode);
            await ReachAsync(RoomPhase.Revealed, position);
        }
        await ReachAsync(RoomPhase.Ended, 6);
        Assert.Equal(6, (await site.AnswersAsync(code)).Count);

        Task ReachAsync(RoomPhase phase, int position) => QuizSite.EventuallyAsync(async () =>
        {
            if ((await site.RoomAsync(code)).State is { } state && state.Phase == phase && state.Position == position)
                return true;
            site.Clock.Advance(TimeSpan.FromMilliseconds(500));
            return false;
        });
    }

    [Fact]
    public async Task Two_devices_of_one_account_are_one_member()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var email = await RoomPeople.AccountAsync(site.Services, KnowledgeBase.Learners.LearnerRole.Learner);
        var phone = await RoomPeople.SignInAsync(site.Browser(), email);
        await phone.PostAsync("/zh/interviews/join", ("code", code), ("name", "Ada"));
        var tablet = await RoomPeople.SignInAsync(site.Browser(), email);
        await tablet.PageAsync($"/zh/interviews/{code}");
        await host.PressAsync(code, "start");
        await using var stream = await RoomStream.OpenAsync(tablet.Browser, $"/zh/interviews/{code}/events");

        Assert.Equal(HttpStatusCode.OK, (await phone.AnswerAsync(code, 1, "a")).StatusCode);
        await stream.HearsAsync("\"answered\":true,\"choices\":[\"a\"]");
        Assert.Equal(HttpStatusCode.Conflict, (await tablet.AnswerAsync(code, 1, "b")).StatusCode);
        Assert.Equal("a", Assert.Single(await site.AnswersAsync(code)).Choices);
    }

    [Fact]
    public async Task A_guest_who_signs_in_in_the_middle_keeps_the_place_and_the_points()
    {
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var guest = await site.JoinAsync(code, "Guest");
        await host.PressAsync(code, "start");
        await guest.AnswerAsync(code, 1, "a");
        var account = await RoomPeople.SignInAsync(guest.Browser, await RoomPeople.AccountAsync(site.Services, KnowledgeBase.Learners.LearnerRole.Learner));
        await host.PressAsync(code, "reveal");

        Assert.Contains("1000", await account.PageAsync($"/zh/interviews/{code}"), StringComparison.Ordinal);
        Assert.Single((await site.Get<RoomCatalog>().SnapshotAsync((await site.RoomAsync(code)).Sheet.Id))!.People);
    }

    private async Task<Attempt> AttemptOfAsync(Visitor member, string code)
    {
        var answer = await member.Browser.GetAsync($"/zh/interviews/{code}/review", Cancellation);
        return await site.AttemptAsync(Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]));
    }
}
