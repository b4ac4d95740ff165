using System.Globalization;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What people in a room post to.</summary>
internal static class RoomEndpoints
{
    public static string Address(string code, string query = "") => $"/{SiteLanguage.Current}/interviews/{RoomCode.Show(code)}{query}";

    public static async Task<IResult> JoinAsync(HttpContext context, RoomCatalog rooms, RoomJoining joining, RoomLimits limits, Guests guests)
    {
        var received = Arrival.Of(context);
        var form = await context.Request.ReadFormAsync();
        var typed = form["code"].ToString();
        if (!limits.MayTry(context))
            return Refused(typed, RoomRefusal.Wait);
        if (await rooms.FindAsync(typed) is not { } room)
        {
            limits.WasWrong(context);
            return Refused(typed, RoomRefusal.Unknown);
        }
        var learner = context.User.LearnerId();
        var name = PersonalText.Name(form["name"]);
        if (learner == room.Sheet.HostId || await rooms.MemberAsync(room.Sheet.Id, learner) is { RemovedAt: null })
            return new SeeOther(Address(room.Sheet.Code));
        // Before there is anything to keep, nobody becomes a guest.
        if ((PersonalText.CheckName(name) is null ? RoomJoining.Check(room.State, received) : RoomRefusal.Name) is { } refusal)
            return Refused(typed, refusal);
        return await joining.JoinAsync(room.Sheet, await guests.EnsureAsync(context.User), name, SiteLanguage.Current, received) is { } late
            ? Refused(typed, late)
            : new SeeOther(Address(room.Sheet.Code));
    }

    /// <summary>With a script the answer is said at once, without one the page says it.</summary>
    public static async Task<IResult> AnswerAsync(string code, HttpContext context, RoomCatalog rooms, RoomAnswers answers, IStringLocalizer<Words> words)
    {
        var received = Arrival.Of(context);
        if (context.User.LearnerId() is not { } learner || await rooms.FindAsync(code) is not { } room || await rooms.MemberAsync(room.Sheet.Id, learner) is not { RemovedAt: null } member)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync();
        if (!int.TryParse(form["position"], NumberStyles.None, CultureInfo.InvariantCulture, out var position) || room.Sheet.Item(position) is not { } item || position < member.FromQuestion)
            return Results.BadRequest();
        var choices = Choices.Posted(item.Question.Kind, [.. form[$"q-{position}"].OfType<string>()]);
        if (!item.Question.Admits(choices))
            return Results.BadRequest();

        // The first answer is the last one, so what is none must not become it.
        var said = choices.Length == 0 ? "Nothing" : !item.CanRead(choices) ? "Unreadable" : null;
        said ??= await answers.SaveAsync(room, item, learner, choices, received) switch
        {
            RoomSaving.Saved => "Received",
            RoomSaving.Given => "Given",
            _ => "TooLate",
        };
        if (!WantsJson(context.Request))
            return new SeeOther(Address(room.Sheet.Code, said == "Received" ? "" : $"?said={said}"));
        return Results.Json(new { saved = said is "Received" or "Given", note = words[said].Value }, statusCode: said switch
        {
            "Received" => StatusCodes.Status200OK,
            "Given" => StatusCodes.Status409Conflict,
            "TooLate" => StatusCodes.Status410Gone,
            _ => StatusCodes.Status422UnprocessableEntity,
        });
    }

    /// <summary>Their own sitting, once it is in their history.</summary>
    public static async Task<IResult> ReviewAsync(string code, HttpContext context, RoomCatalog rooms)
    {
        if (await rooms.FindAsync(code) is not { } room || await rooms.MemberAsync(room.Sheet.Id, context.User.LearnerId()) is not { RemovedAt: null } member)
            return Results.NotFound();
        return new SeeOther(member.AttemptId is { } attempt ? $"/{SiteLanguage.Current}/attempts/{attempt}" : Address(room.Sheet.Code, "?said=Soon"));
    }

    private static bool WantsJson(HttpRequest request) => request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    private static SeeOther Refused(string typed, RoomRefusal refusal) =>
        new($"/{SiteLanguage.Current}/interviews{QueryString.Create("code", typed.Length <= 40 ? typed : "").Add("refused", refusal.ToString())}#join");
}
