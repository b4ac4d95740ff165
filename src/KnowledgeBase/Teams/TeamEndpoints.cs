using KnowledgeBase.Learners;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Teams;

/// <summary>What the forms of a team's pages post to. Every answer is a redirect, so that reloading posts nothing twice.</summary>
internal static class TeamEndpoints
{
    public static async Task<IResult> FoundAsync(HttpContext context, TeamBook book)
    {
        var home = $"/{SiteLanguage.Current}/teams";
        if (!context.User.IsRegistered())
            return new SeeOther(ReturnUrl.On("register", home));
        if (NameIn(await context.Request.ReadFormAsync()) is not { } name)
            return new SeeOther($"{home}?problem=name#found");
        return new SeeOther(await book.FoundAsync(Me(context), name) is { } team ? $"{home}/{team}?said=founded" : $"{home}?problem=many#found");
    }

    public static async Task<IResult> JoinAsync(HttpContext context, TeamBook book)
    {
        var form = await context.Request.ReadFormAsync();
        var token = form["token"].ToString();
        if (!context.User.IsRegistered())
            return new SeeOther(ReturnUrl.On("register", InviteLink.Path(token, SiteLanguage.Current)));
        var (act, team) = await book.JoinAsync(token, Me(context), form["shows-name"] == "1");
        return act switch
        {
            TeamAct.Done => new SeeOther($"/{SiteLanguage.Current}/teams/{team}?said=joined"),
            TeamAct.Refused => new SeeOther($"{InviteLink.Path(token, SiteLanguage.Current)}?problem=full"),
            _ => Results.NotFound(),
        };
    }

    public static async Task<IResult> ShowNameAsync(Guid id, HttpContext context, TeamBook book)
    {
        var shows = (await context.Request.ReadFormAsync())["shows-name"] == "1";
        return Settings(id, await book.ShowNameAsync(id, Me(context), shows), "saved");
    }

    public static async Task<IResult> LeaveAsync(Guid id, HttpContext context, TeamBook book) => await book.LeaveAsync(id, Me(context)) switch
    {
        TeamAct.Done => new SeeOther($"/{SiteLanguage.Current}/teams?said=left"),
        TeamAct.Refused => new SeeOther(Problem(id, "last-lead", "leave")),
        _ => Results.NotFound(),
    };

    public static async Task<IResult> RenameAsync(Guid id, HttpContext context, TeamBook book, TeamCatalog teams)
    {
        if (NameIn(await context.Request.ReadFormAsync()) is { } name)
            return Settings(id, await book.RenameAsync(id, Me(context), name), "saved");
        return await teams.LedAsync(id, Me(context)) is null ? Results.NotFound() : new SeeOther(Problem(id, "name", "rename"));
    }

    public static async Task<IResult> RenewLinkAsync(Guid id, HttpContext context, TeamBook book) =>
        Settings(id, await book.RenewLinkAsync(id, Me(context)), "renewed");

    public static async Task<IResult> MakeLeadAsync(Guid id, int number, HttpContext context, TeamBook book) =>
        Settings(id, await book.MakeLeadAsync(id, Me(context), number), "saved");

    public static async Task<IResult> RemoveAsync(Guid id, int number, HttpContext context, TeamBook book) =>
        Settings(id, await book.RemoveAsync(id, Me(context), number), "removed");

    public static async Task<IResult> DeleteAsync(Guid id, HttpContext context, TeamBook book) =>
        await book.DeleteAsync(id, Me(context), PersonalText.Name((await context.Request.ReadFormAsync())["typed"])) switch
        {
            TeamAct.Done => new SeeOther($"/{SiteLanguage.Current}/teams?said=deleted"),
            TeamAct.Refused => new SeeOther(Problem(id, "typed", "delete")),
            _ => Results.NotFound(),
        };

    private static Guid Me(HttpContext context) => context.User.LearnerId()!.Value;

    /// <summary>Null: missing, or too long.</summary>
    private static string? NameIn(IFormCollection form) => PersonalText.Name(form["name"]) is { Length: > 0 and <= Team.LongestName } name ? name : null;

    private static IResult Settings(Guid team, TeamAct act, string said) =>
        act == TeamAct.Done ? new SeeOther($"/{SiteLanguage.Current}/teams/{team}/settings?said={said}") : Results.NotFound();

    private static string Problem(Guid team, string problem, string place) => $"/{SiteLanguage.Current}/teams/{team}/settings?problem={problem}#{place}";
}
