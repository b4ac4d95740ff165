using System.Net;
using System.Text.RegularExpressions;
using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Learners;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>Hosts and members, as browsers use the pages.</summary>
internal static partial class RoomPeople
{
    public const string Password = "seven quiet herons";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<string> AccountAsync(IServiceProvider services, LearnerRole role)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await using var scope = services.CreateAsyncScope();
        var (_, problems) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new("Ada", email, Password), role);
        Assert.Empty(problems);
        return email;
    }

    public static async Task<Visitor> SignInAsync(HttpClient browser, string email, string password = Password)
    {
        var visitor = new Visitor(browser);
        await visitor.PageAsync("/zh/account/sign-in");
        await visitor.PostAsync("/zh/account/sign-in", ("_handler", "sign-in"), ("email", email), ("password", password));
        await visitor.PageAsync("/zh/interviews");
        return visitor;
    }

    public static async Task<Visitor> HostAsync(this QuizSite site) => await SignInAsync(site.Browser(), await AccountAsync(site.Services, LearnerRole.Host));

    /// <summary>The code as it is shown; the host is on the room's page.</summary>
    public static async Task<string> OpenAsync(this Visitor host, string paper = QuizSite.AllKinds, RoomScoring scoring = RoomScoring.Accuracy, RoomPace pace = RoomPace.Hand, int seconds = 60)
    {
        var answer = await host.PostAsync("/zh/interviews/open", ("paper", paper), ("scoring", scoring.ToString()), ("pace", pace.ToString()), ("seconds", $"{seconds}"), ("reveal", "10"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        Assert.Matches("^/zh/interviews/[2-9A-Z]{4}-[2-9A-Z]{4}$", address);
        await host.PageAsync(address);
        return address.Split('/')[^1];
    }

    public static async Task<Visitor> JoinAsync(HttpClient browser, string code, string name, string language = "zh")
    {
        var visitor = new Visitor(browser);
        await visitor.PageAsync($"/{language}/interviews");
        var answer = await visitor.PostAsync($"/{language}/interviews/join", ("code", code), ("name", name));
        Assert.Equal($"/{language}/interviews/{code}", answer.Headers.Location?.OriginalString);
        await visitor.PageAsync($"/{language}/interviews/{code}");
        return visitor;
    }

    public static Task<Visitor> JoinAsync(this QuizSite site, string code, string name, string language = "zh") => JoinAsync(site.Browser(), code, name, language);

    /// <summary>Presses a button of the host's page as it is now.</summary>
    public static async Task<HttpStatusCode> PressAsync(this Visitor host, string code, string act)
    {
        var page = await host.PageAsync($"/zh/interviews/{code}");
        var answer = await host.PostAsync($"/zh/interviews/{code}/host/{act}", ("revision", Revision().Match(page).Groups[1].Value));
        return answer.StatusCode;
    }

    /// <summary>As the page's script sends it.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(this Visitor member, string code, int position, params string[] choices)
    {
        member.Browser.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var answer = await member.PostAsync($"/zh/interviews/{code}/answers", [("position", $"{position}"), .. choices.Select(choice => ($"q-{position}", choice))]);
        member.Browser.DefaultRequestHeaders.Accept.Clear();
        return answer;
    }

    public static async Task<LiveRoom> RoomAsync(this QuizSite site, string code) => (await site.Get<RoomCatalog>().FindAsync(code))!;

    public static async Task<string[]> KeyAsync(this QuizSite site, string code, int position)
    {
        var item = (await site.RoomAsync(code)).Sheet.Item(position)!;
        return TestQuestions.Key(item.Question.Kind, item.Question.Body, item.OptionOrder);
    }

    public static async Task<List<RoomAnswer>> AnswersAsync(this QuizSite site, string code)
    {
        var id = (await site.RoomAsync(code)).Sheet.Id;
        await using var db = await site.OpenDatabaseAsync();
        return await db.Set<RoomAnswer>().AsNoTracking().Where(answer => answer.RoomId == id).OrderBy(answer => answer.Position).ToListAsync(Cancellation);
    }

    /// <summary>Until everybody's sitting is in their history.</summary>
    public static async Task LandedAsync(this QuizSite site, string code)
    {
        var id = (await site.RoomAsync(code)).Sheet.Id;
        await QuizSite.EventuallyAsync(async () =>
        {
            site.Clock.Advance(EndedRooms.Interval);
            await using var db = await site.OpenDatabaseAsync();
            return await db.Set<Room>().AnyAsync(room => room.Id == id && room.LandedAt != null, Cancellation);
        });
    }

    [GeneratedRegex("name=\"revision\" value=\"([0-9]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Revision();
}
