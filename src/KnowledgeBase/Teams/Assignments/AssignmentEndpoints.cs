using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes.Authoring;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>What the forms about one assignment post to, and the file of all.</summary>
internal static class AssignmentEndpoints
{
    public static Task<IResult> AssignPaperAsync(Guid id, HttpContext context, Assigning assigning) => AssignAsync(AssignmentKind.Paper, id, context, assigning);

    public static Task<IResult> AssignInterviewAsync(Guid id, HttpContext context, Assigning assigning) => AssignAsync(AssignmentKind.Interview, id, context, assigning);

    /// <summary>What is not accepted is shown again, by an address that holds what was typed.</summary>
    private static async Task<IResult> AssignAsync(AssignmentKind kind, Guid id, HttpContext context, Assigning assigning)
    {
        if (!await context.LeadsAsync(id))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync();
        var zone = LocalTime.Zone(form, ReadersZone.Of(context.Request));
        var draft = AssignDraft.Read(kind, name => form[name]);
        var team = $"/{SiteLanguage.Current}/teams/{id}";
        if ((await assigning.CheckAsync(draft, zone)).Count > 0)
            return new SeeOther($"{team}/assign{draft.Write(zone)}");
        return await assigning.AssignAsync(id, context.User.LearnerId()!.Value, draft, zone) switch
        {
            TeamAct.Done => new SeeOther($"{team}?said=assigned"),
            TeamAct.Refused => new SeeOther($"{team}/assign{draft.Write(zone)}&refused=1"),
            _ => Results.NotFound(),
        };
    }

    public static async Task<IResult> MoveAsync(Guid id, Guid assignment, HttpContext context, AssignmentBook book, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync();
        var zone = LocalTime.Zone(form, ReadersZone.Of(context.Request));
        var typed = form["due"].ToString().Trim();
        var here = $"/{SiteLanguage.Current}/teams/{id}/assignments/{assignment}";
        // Whoever may not change it learns nothing, whatever was typed.
        if (AssignDraft.DueProblem(typed, time.GetUtcNow(), zone) is { } wrong)
            return await context.LeadsAsync(id) ? new SeeOther($"{here}?problem={wrong}") : Results.NotFound();
        return await book.MoveAsync(id, context.User.LearnerId()!.Value, assignment, LocalTime.Read(typed, zone)!.Value) == TeamAct.Done
            ? new SeeOther($"{here}?saved=1")
            : Results.NotFound();
    }

    public static async Task<IResult> WithdrawAsync(Guid id, Guid assignment, HttpContext context, AssignmentBook book) =>
        await book.WithdrawAsync(id, context.User.LearnerId()!.Value, assignment) == TeamAct.Done
            ? new SeeOther($"/{SiteLanguage.Current}/teams/{id}?said=withdrawn")
            : Results.NotFound();

    public static async Task<IResult> ExportAsync(Guid id, HttpContext context, TeamCatalog teams, AssignmentCatalog assignments, AssignmentExport export)
    {
        if (await teams.LedAsync(id, context.User.LearnerId()) is not { } led)
            return Results.NotFound();
        var sheets = await assignments.SheetsAsync(led);
        var language = SiteLanguage.Current;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(stream, sheets, language), "text/csv; charset=utf-8", "team-assignments.csv");
    }

    private static async Task<bool> LeadsAsync(this HttpContext context, Guid team) =>
        await context.RequestServices.GetRequiredService<TeamCatalog>().LedAsync(team, context.User.LearnerId()) is not null;
}
