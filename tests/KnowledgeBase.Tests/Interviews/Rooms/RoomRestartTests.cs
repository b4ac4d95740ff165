using System.Net;
using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Learners;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace KnowledgeBase.Tests.Interviews.Rooms;

public sealed class RoomRestartTests
{
    [Fact]
    public async Task A_site_started_again_in_the_middle_of_a_question_goes_on_with_it()
    {
        await using var first = new QuizSite();
        // Signed in by the same cookies before and after: the keys that protect them are in the database.
        var (hosts, members, slows) = (new CookieContainer(), new CookieContainer(), new CookieContainer());
        var host = await RoomPeople.SignInAsync(With(first, hosts), await RoomPeople.AccountAsync(first.Services, LearnerRole.Host));
        var code = await host.OpenAsync(scoring: RoomScoring.Speed);
        var (member, _) = (await RoomPeople.JoinAsync(With(first, members), code, "Eve"), await RoomPeople.JoinAsync(With(first, slows), code, "Slow"));
        await host.PressAsync(code, "start");
        first.Clock.Advance(TimeSpan.FromSeconds(6));
        await member.AnswerAsync(code, 1, "a");
        var before = await first.Get<RoomCatalog>().SnapshotAsync((await first.RoomAsync(code)).Sheet.Id);
        var stream = await RoomStream.OpenAsync(member.Browser, $"/zh/interviews/{code}/events");
        await stream.HearsAsync("Asking-1");

        await using var second = new QuizSite(first.DatabaseFile, first.Clock.GetUtcNow().AddSeconds(6));
        var after = await second.Get<RoomCatalog>().SnapshotAsync(before!.Room.Sheet.Id);
        Assert.Equal(before.Room.State, after!.Room.State);
        Assert.Equal(before.People, after.People);
        var (memberAgain, slowAgain, hostAgain) = (new Visitor(With(second, members)), new Visitor(With(second, slows)), new Visitor(With(second, hosts)));
        Assert.Contains("已收到", WebUtility.HtmlDecode(await memberAgain.PageAsync($"/zh/interviews/{code}")), StringComparison.Ordinal);
        await slowAgain.PageAsync($"/zh/interviews/{code}");
        Assert.Equal(HttpStatusCode.OK, (await slowAgain.AnswerAsync(code, 1, "a")).StatusCode);
        await hostAgain.PressAsync(code, "reveal");
        Assert.Equal([950, 900], (await second.Get<RoomCatalog>().SnapshotAsync(before.Room.Sheet.Id))!.People.Select(person => person.Points));
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task Streams_end_when_the_site_stops_and_do_not_hold_it_up()
    {
        var site = new QuizSite();
        var host = await site.HostAsync();
        var code = await host.OpenAsync();
        var stream = await RoomStream.OpenAsync(host.Browser, $"/zh/interviews/{code}/events");
        await stream.HearsAsync("Lobby-0");
        var lifetime = site.Get<Microsoft.Extensions.Hosting.IHostApplicationLifetime>();
        lifetime.StopApplication();

        await QuizSite.EventuallyAsync(() => Task.FromResult(stream.Ended));
        await stream.DisposeAsync();
        await site.DisposeAsync();
    }

    private static HttpClient With(QuizSite site, CookieContainer cookies) => site.CreateDefaultClient(new Uri("https://kb.test"), new CookieContainerHandler(cookies));
}
