using System.Globalization;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What only the host of a room may do. To everybody else these addresses do not exist.</summary>
internal static class HostEndpoints
{
    public static async Task<IResult> OpenAsync(HttpContext context, PaperCatalog papers, RoomOpening opening)
    {
        var list = $"/{SiteLanguage.Current}/interviews";
        if (RoomForm.Read(await context.Request.ReadFormAsync()) is not { } form)
            return Results.BadRequest();
        if (await papers.FindAsync(form.Paper) is not { } paper || !RoomOpening.Suits(paper.Rules))
            return Results.NotFound();
        if (form.NeedsTime)
            return new SeeOther($"{list}?problem=NeedsTime&paper={Uri.EscapeDataString(paper.Key)}&scoring={form.Scoring}&pace={form.Pace}#open");
        var code = await opening.OpenAsync(context.User.LearnerId()!.Value, paper, form, Arrival.Of(context));
        return new SeeOther(code is null ? $"{list}?problem=NoQuestions#open" : RoomEndpoints.Address(code));
    }

    /// <summary>The page says which revision its button was meant for: pressed twice it does once.</summary>
    public static async Task<IResult> MoveAsync(string code, string act, HttpContext context, RoomCatalog rooms, RoomChanges changes)
    {
        if (await rooms.HostedAsync(code, context.User.LearnerId()) is not { } room || !Enum.TryParse<RoomMove>(act, ignoreCase: true, out var move) || !Enum.IsDefined(move))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync();
        if (!int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return Results.BadRequest();
        if (revision == room.State.Revision)
            await changes.MoveAsync(room, move, Arrival.Of(context));
        return new SeeOther(RoomEndpoints.Address(room.Sheet.Code));
    }

    public static async Task<IResult> LockAsync(string code, HttpContext context, RoomCatalog rooms, RoomChanges changes)
    {
        if (await rooms.HostedAsync(code, context.User.LearnerId()) is not { } room)
            return Results.NotFound();
        await changes.LockAsync(room.Sheet, (await context.Request.ReadFormAsync())["locked"] == "1");
        return new SeeOther(RoomEndpoints.Address(room.Sheet.Code));
    }

    public static async Task<IResult> RemoveAsync(string code, HttpContext context, RoomCatalog rooms, RoomChanges changes)
    {
        if (await rooms.HostedAsync(code, context.User.LearnerId()) is not { } room)
            return Results.NotFound();
        if (!Guid.TryParse((await context.Request.ReadFormAsync())["who"], out var who))
            return Results.BadRequest();
        await changes.RemoveAsync(room.Sheet, who, Arrival.Of(context));
        return new SeeOther(RoomEndpoints.Address(room.Sheet.Code));
    }

    public static async Task<IResult> ExportAsync(string code, HttpContext context, RoomCatalog rooms, RoomReports reports, RoomExport export)
    {
        if (await rooms.HostedAsync(code, context.User.LearnerId()) is not { State.Phase: RoomPhase.Ended } room)
            return Results.NotFound();
        var report = await reports.OfAsync(room, SiteLanguage.Current);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(stream, report), "text/csv; charset=utf-8", $"room-{RoomCode.Show(room.Sheet.Code)}.csv");
    }
}
