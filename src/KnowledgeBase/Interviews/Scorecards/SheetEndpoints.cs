using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What the forms of those who score, and of those who are invited, post to. Every answer is a redirect.</summary>
internal static class SheetEndpoints
{
    private static string Address => $"/{SiteLanguage.Current}/interviews/scorecards";

    public static async Task<IResult> SaveAsync(Guid id, HttpContext context, SeatCatalog seats, PlanCatalog plans, SheetForm sheet)
    {
        var received = Arrival.Of(context);
        if (await seats.FindAsync(id, context.User.LearnerId()) is not { Own: { } own })
            return Results.NotFound();
        if (own.SubmittedAt is not null)
            return new SeeOther($"{Address}/{id}/results?late=1");
        var changed = await sheet.SaveAsync(id, own.LearnerId, await plans.OfAsync(id, SiteLanguage.Current), await context.Request.ReadFormAsync(), received);
        return changed is null ? Results.BadRequest() : new SeeOther($"{Address}/{id}/score?{(changed > 0 ? "elsewhere=1" : "saved=1")}");
    }

    public static async Task<IResult> SubmitAsync(Guid id, HttpContext context, SeatCatalog seats, PlanCatalog plans, SheetForm sheet, SheetSubmitting submitting)
    {
        var received = Arrival.Of(context);
        if (await seats.FindAsync(id, context.User.LearnerId()) is not { Own: { } own })
            return Results.NotFound();
        var plan = await plans.OfAsync(id, SiteLanguage.Current);
        if (own.SubmittedAt is null)
        {
            var changed = await sheet.SaveAsync(id, own.LearnerId, plan, await context.Request.ReadFormAsync(), received);
            if (changed is null)
                return Results.BadRequest();
            // What goes in for good must be what its writer has seen.
            if (changed > 0)
                return new SeeOther($"{Address}/{id}/score?elsewhere=1");
        }
        return await submitting.SubmitAsync(id, own.LearnerId, plan, received) switch
        {
            SubmitOutcome.Submitted => new SeeOther($"{Address}/{id}/results?submitted=1"),
            SubmitOutcome.Incomplete => new SeeOther($"{Address}/{id}/score?missing=1"),
            SubmitOutcome.NotBegun => new SeeOther($"{Address}/{id}/score?early=1"),
            _ => Results.NotFound(),
        };
    }

    public static async Task<IResult> BeginSelfAsync(HttpContext context, OpenQuestions open, InterviewPlanning planning, Guests guests, IStringLocalizer<Words> words)
    {
        var form = await context.Request.ReadFormAsync();
        var wanted = form["question"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var chosen = (await open.SectionsAsync(SiteLanguage.Current)).Select(section => (section.Name, Keys: section.Questions.Select(one => one.Key).Where(wanted.Contains).ToArray()))
            .Where(section => section.Keys.Length > 0).ToList();
        string[] keys = [.. chosen.SelectMany(section => section.Keys)];
        if (keys.Length is 0 or > InterviewPlanning.MostQuestions)
            return new SeeOther($"{Address}/self?wrong={(keys.Length == 0 ? "none" : "many")}");
        var title = chosen is [var only] ? words["SelfTitle", only.Name] : words["SelfTitleMany", chosen[0].Name, chosen.Count];
        var learner = await guests.EnsureAsync(context.User);
        var name = context.User.Identity?.Name ?? "";
        return await planning.BeginSelfAsync(learner, name, title, keys, Arrival.Of(context)) is { } id
            ? new SeeOther($"{Address}/{id}/score")
            : new SeeOther($"{Address}/self?wrong=none");
    }

    public static async Task<IResult> AcceptAsync(string token, HttpContext context, InterviewInvitations invitations, Guests guests)
    {
        var received = Arrival.Of(context);
        if (await invitations.FindAsync(token, received) is not { } invited)
            return new SeeOther($"{Address}/join/{Uri.EscapeDataString(token)}");
        if (invited.Role == InvitedAs.Interviewer && !context.User.IsRegistered())
            return new SeeOther(ReturnUrl.On("sign-in", $"{Address}/join/{token}"));
        var learner = await guests.EnsureAsync(context.User);
        var outcome = await invitations.AcceptAsync(invited, learner, context.User.Identity?.Name ?? "", received);
        return outcome == AcceptOutcome.Accepted
            ? new SeeOther($"{Address}/{invited.Interview}{(invited.Role == InvitedAs.Interviewer ? "/score" : "")}")
            : new SeeOther($"{Address}/join/{token}?refused={outcome}");
    }
}
