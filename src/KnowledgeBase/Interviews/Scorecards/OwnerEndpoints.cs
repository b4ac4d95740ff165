using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What the forms of a session's owner post to. For anybody else there is no such session.</summary>
internal static class OwnerEndpoints
{
    public static void MapOwner(this RouteGroupBuilder group)
    {
        group.MapPost("begin", (Guid id, HttpContext context, InterviewConduct conduct) => DoAsync(context, id, "conduct", conduct.BeginAsync));
        group.MapPost("end", (Guid id, HttpContext context, InterviewConduct conduct) => DoAsync(context, id, "conduct", conduct.EndAsync));
        group.MapPost("ask/{position:int}", (Guid id, int position, HttpContext context, InterviewConduct conduct) =>
            DoAsync(context, id, "conduct", act => conduct.AskAsync(act, position)));
        group.MapPost("share", (Guid id, HttpContext context, InterviewConduct conduct) => DoAsync(context, id, "report", conduct.ShareAsync));
        group.MapPost("unshare", (Guid id, HttpContext context, InterviewConduct conduct) => DoAsync(context, id, "report", conduct.UnshareAsync));
        group.MapPost("summary", SummariseAsync);
        group.MapPost("take-part", (Guid id, HttpContext context, InterviewConduct conduct) =>
            DoAsync(context, id, "panel", act => conduct.TakePartAsync(act, context.User.Identity?.Name ?? "")));
        group.MapPost("reopen/{panelist:guid}", (Guid id, Guid panelist, HttpContext context, InterviewConduct conduct) =>
            DoAsync(context, id, "panel", act => conduct.ReopenAsync(act, panelist)));
        group.MapPost("remove/{panelist:guid}", (Guid id, Guid panelist, HttpContext context, InterviewConduct conduct) =>
            DoAsync(context, id, "panel", act => conduct.RemoveAsync(act, panelist)));
        group.MapPost("vacate", (Guid id, HttpContext context, InterviewConduct conduct) => DoAsync(context, id, "links", conduct.VacateAsync));
        group.MapPost("invite/{role}", (Guid id, InvitedAs role, HttpContext context, InterviewInvitations invitations) =>
            DoAsync(context, id, "links", act => invitations.MakeAsync(act, role)));
        group.MapPost("revoke/{role}", (Guid id, InvitedAs role, HttpContext context, InterviewInvitations invitations) =>
            DoAsync(context, id, "links", act => invitations.RevokeAsync(act, role)));
        group.MapPost("delete", DeleteAsync);
    }

    private static async Task<IResult> SummariseAsync(Guid id, HttpContext context, InterviewConduct conduct)
    {
        var form = await context.Request.ReadFormAsync();
        return Typed.Lines(form["summary"], Interview.LongestSummary) is { } summary
            ? await DoAsync(context, id, "report", act => conduct.SummariseAsync(act, summary.Trim()))
            : Results.BadRequest();
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext context, InterviewConduct conduct) =>
        Act(context, id) is { } act && await conduct.DeleteAsync(act) == ActOutcome.Done
            ? new SeeOther($"/{SiteLanguage.Current}/interviews/scorecards?deleted=1")
            : Results.NotFound();

    private static async Task<IResult> DoAsync(HttpContext context, Guid id, string part, Func<OwnerAct, Task<ActOutcome>> deed) =>
        (Act(context, id) is { } act ? await deed(act) : ActOutcome.NotTheirs) switch
        {
            ActOutcome.Done => new SeeOther($"/{SiteLanguage.Current}/interviews/scorecards/{id}#{part}"),
            ActOutcome.Refused => new SeeOther($"/{SiteLanguage.Current}/interviews/scorecards/{id}?refused=1#{part}"),
            _ => Results.NotFound(),
        };

    private static OwnerAct? Act(HttpContext context, Guid id) =>
        context.User.LearnerId() is { } learner ? new(id, learner, Arrival.Of(context)) : null;
}
