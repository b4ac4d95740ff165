using System.Globalization;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.History.Reviews;

/// <summary>What the review page's forms post to.</summary>
internal static class ReviewEndpoints
{
    private static string Address => $"/{SiteLanguage.Current}/review";

    public static async Task<IResult> StartAsync(HttpContext context, ReviewQueue queue, PickedStart start)
    {
        if (context.User.LearnerId() is not { } learner)
            return new SeeOther(Address);
        var picked = new PickedQuestions(PickedQuestions.Review, new("今日复习", "Today’s review"), AttemptMode.Review, await queue.KeysAsync(learner));
        var started = await start.BeginAsync(learner, picked, SiteLanguage.Current, Arrival.Of(context));
        return new SeeOther(started is null ? Address : $"/{SiteLanguage.Current}/attempts/{started.Id}{(started.Resumed ? "?resumed=1" : "")}");
    }

    public static async Task<IResult> UndoAsync(HttpContext context, ReviewBook book)
    {
        var form = await context.Request.ReadFormAsync();
        if (!long.TryParse(form["grade"], NumberStyles.None, CultureInfo.InvariantCulture, out var grade))
            return Results.BadRequest();
        var undone = context.User.LearnerId() is { } learner && await book.UndoAsync(learner, grade);
        return new SeeOther($"{Address}?undone={(undone ? 1 : 0)}");
    }

    public static async Task<IResult> CapAsync(HttpContext context, ReviewBook book, Guests guests)
    {
        var form = await context.Request.ReadFormAsync();
        if (!int.TryParse(form["cap"], NumberStyles.None, CultureInfo.InvariantCulture, out var cap) || cap is < ReviewBook.LeastCap or > ReviewBook.MostCap)
            return new SeeOther($"{Address}?cap=0#cap");
        await book.CapAsync(await guests.EnsureAsync(context.User), cap);
        return new SeeOther($"{Address}?cap=1#cap");
    }
}
