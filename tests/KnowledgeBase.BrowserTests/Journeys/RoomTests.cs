using KnowledgeBase.BrowserTests.Access;
using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;
using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Journeys;

public class RoomTests(Stage stage) : BrowserTest(stage)
{
    private const string Password = "seven quiet herons";

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_host_a_projector_and_five_phones_of_which_one_sleeps_one_comes_late_and_one_changes_device(string language)
    {
        var findings = new List<string>();
        var (host, desk) = await HostAsync(language);
        var (code, address) = await desk.OpenRoomAsync(FixedPapers.Choices);
        var projector = await ArriveAsync(language);
        await projector.Page.GotoAsync(address);
        var screen = new RoomPages(projector);
        await screen.SeesAsync("Lobby", 0);

        var phones = new List<(Visitor Visitor, RoomPages Room)>();
        foreach (var name in (string[])["李雷", "韩梅梅", "Sleepy"])
            phones.Add(await PhoneAsync(language, code, name));
        var email = await AccountAsync(LearnerRole.Learner);
        phones.Add(await PhoneAsync(language, code, "Tom", email));
        var (_, sleepy) = phones[2];
        await Expect(desk.People).ToHaveCountAsync(4);
        await Expect(projector.Page.Locator(".people li")).ToHaveCountAsync(4);
        await InspectAsync(host, "room-host-lobby");
        await InspectAsync(projector, "room-screen-lobby");
        await InspectAsync(phones[0].Visitor, "room-phone-lobby");

        await desk.GoOnAsync();
        foreach (var (_, room) in phones)
            await room.SeesAsync("Asking", 1);
        await screen.SeesAsync("Asking", 1);
        // A half-made answer stands while others answer.
        await phones[1].Room.ChooseAsync(1);
        await phones[0].Room.AnswerAsync(0);
        await phones[3].Room.AnswerAsync(2);
        await Expect(phones[1].Visitor.Page.Locator("form.answer label.option input").Nth(1)).ToBeCheckedAsync();
        await phones[1].Room.AnswerAsync(1);
        await Expect(projector.Page.Locator(".count b")).ToHaveTextAsync("3");
        await InspectAsync(host, "room-host-asking");
        await InspectAsync(projector, "room-screen-asking");
        await InspectAsync(phones[0].Visitor, "room-phone-asking");

        // Tom goes on at another device, which knows what he answered.
        var tablet = await PhoneAsync(language, code, "", email);
        await tablet.Room.SeesAsync("Asking", 1);
        await Expect(tablet.Room.Settled).ToHaveCountAsync(1);
        await Expect(tablet.Visitor.Page.Locator("form.answer label.option input").Nth(2)).ToBeCheckedAsync();

        phones[2].Visitor.Tolerate("net::ERR_");
        await phones[2].Visitor.Context.SetOfflineAsync(true);
        await desk.GoOnAsync();
        await screen.SeesAsync("Revealed", 1);
        await tablet.Room.SeesAsync("Revealed", 1);
        await Expect(phones[0].Room.Note).ToContainTextAsync("+");
        await InspectAsync(host, "room-host-revealed");
        await InspectAsync(projector, "room-screen-revealed");
        await InspectAsync(phones[0].Visitor, "room-phone-revealed");

        await desk.GoOnAsync();
        phones.Add(await PhoneAsync(language, code, "Late"));
        await phones[4].Room.SeesAsync("Asking", 2);
        await Expect(desk.People.Last).ToContainTextAsync(language == "zh" ? "从第 2 题起" : "from question 2");
        await phones[2].Visitor.Context.SetOfflineAsync(false);
        await sleepy.SeesAsync("Asking", 2);
        foreach (var (index, room) in new[] { phones[0].Room, phones[1].Room, sleepy, tablet.Room, phones[4].Room }.Index())
            await room.AnswerAsync(index % 3);
        await Expect(phones[3].Room.Settled).ToHaveCountAsync(1);
        await desk.GoOnAsync();
        await sleepy.SeesAsync("Revealed", 2);
        await desk.EndAsync();
        foreach (var (_, room) in phones.Append(tablet))
            await room.SeesAsync("Ended", 2);
        await Expect(phones[0].Room.Board).ToHaveCountAsync(5);
        await CheckScoresAsync(code);

        var reader = phones[0].Visitor;
        for (var i = 0; i < 40 && !reader.Page.Url.Contains("/attempts/", StringComparison.Ordinal); i++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await reader.Page.GotoAsync(reader.In($"interviews/{code}/review"));
        }
        await Expect(reader.Page.Locator(".question")).ToHaveCountAsync(2);
        await host.Page.GotoAsync(host.In($"interviews/{code}/report"));
        await Expect(host.Page.Locator("section[aria-labelledby=people] tbody tr")).ToHaveCountAsync(5);
        await InspectAsync(host, "room-report");
        await host.Page.GotoAsync(host.In("interviews"));
        await InspectAsync(host, "interviews");
        Assert.Empty(findings);

        async Task InspectAsync(Visitor visitor, string name) =>
            findings.AddRange((await Inspection.InspectAsync(visitor.Page, $"{name}-{language}")).Select(finding => $"{name} {finding}"));
    }

    [Fact]
    public async Task A_room_works_by_reloading_where_there_is_no_script()
    {
        var (_, desk) = await HostAsync("zh", script: false);
        var (code, _) = await desk.OpenRoomAsync(FixedPapers.Kinds);
        var member = await ArriveAsync("zh", Device.Phone, script: false);
        var room = new RoomPages(member);
        await room.JoinAsync(code, "慢慢来");
        await desk.GoOnAsync();
        await room.SeesAsync("Asking", 1);
        await room.AnswerAsync(0);
        await desk.GoOnAsync();
        await room.SeesAsync("Revealed", 1);
        await Expect(room.Note).ToContainTextAsync("分");
    }

    private async Task<(Visitor, RoomPages)> HostAsync(string language, bool script = true)
    {
        var host = await ArriveAsync(language, script: script);
        await SignInAsync(host, await AccountAsync(LearnerRole.Host));
        return (host, new(host));
    }

    /// <param name="email">Of an account; with no name they are in the room already.</param>
    private async Task<(Visitor Visitor, RoomPages Room)> PhoneAsync(string language, string code, string name, string? email = null)
    {
        var phone = await ArriveAsync(language, Device.Phone);
        if (email is not null)
            await SignInAsync(phone, email);
        var room = new RoomPages(phone);
        if (name.Length > 0)
            await room.JoinAsync(code, name);
        else
            await phone.Page.GotoAsync(phone.In($"interviews/{code}"));
        return (phone, room);
    }

    private static async Task SignInAsync(Visitor visitor, string email)
    {
        await new AccountPages(visitor).OpenSignInAsync();
        await visitor.Page.Locator("#email").FillAsync(email);
        await visitor.Page.Locator("#password").FillAsync(Password);
        await visitor.ActivateAsync(visitor.Page.Locator("#sign-in"));
        await visitor.Page.WaitForURLAsync("**/account");
    }

    private async Task<string> AccountAsync(LearnerRole role)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await using var scope = Stage.Site.Services.CreateAsyncScope();
        var (_, problems) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new("Ada", email, Password), role);
        Assert.Empty(problems);
        return email;
    }

    private async Task CheckScoresAsync(string code)
    {
        var rooms = Stage.Site.Services.GetRequiredService<RoomCatalog>();
        var snapshot = await rooms.SnapshotAsync((await rooms.FindAsync(code))!.Sheet.Id);
        var sheet = snapshot!.Room.Sheet;
        await using var db = await Stage.Site.Services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var answers = await db.Set<RoomAnswer>().AsNoTracking().Where(answer => answer.RoomId == sheet.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(8, answers.Count);
        Assert.All(snapshot.People, person => Assert.Equal(person.Points, answers.Where(answer => answer.LearnerId == person.Learner).Sum(answer =>
            RoomScore.Points(sheet.Scoring, sheet.Item(answer.Position)!.Mark([answer.Choices], sheet.Rules), answer.Milliseconds, sheet.Seconds))));
    }
}
