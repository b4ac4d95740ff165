using System.Globalization;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.History.Lists;

/// <summary>What the forms of the question lists post to.</summary>
internal static class ListEndpoints
{
    private static string Language => SiteLanguage.Current;

    public static async Task<IResult> PractiseAsync(HttpContext context, QuestionLists lists, PickedStart start)
    {
        var form = await context.Request.ReadFormAsync();
        var kind = form["list"].ToString() switch { "wrong" => ListKind.Wrong, "bookmarks" => ListKind.Bookmarks, _ => (ListKind?)null };
        if (kind is null)
            return Results.BadRequest();
        var back = new SeeOther($"/{Language}/history/{form["list"]}");
        if (context.User.LearnerId() is not { } learner)
            return back;
        var picked = await lists.PickAsync(kind.Value, learner, form["chapter"].ToString() is { Length: > 0 } chapter ? chapter : null);
        var started = await start.BeginAsync(learner, picked, Language, Arrival.Of(context));
        return started is null ? back : new SeeOther($"/{Language}/attempts/{started.Id}{(started.Resumed ? "?resumed=1" : "")}");
    }

    /// <summary>From a review by the question's place in it, from the list of bookmarks by the question itself.</summary>
    public static async Task<IResult> BookmarkAsync(HttpContext context, Bookmarks bookmarks)
    {
        var form = await context.Request.ReadFormAsync();
        if (context.User.LearnerId() is not { } learner)
            return Results.NotFound();
        if (Number(form["question"]) is { } listed)
        {
            await bookmarks.SetAsync(learner, listed, marked: false);
            return new SeeOther($"/{Language}/history/bookmarks");
        }

        if (!Guid.TryParse(form["attempt"], out var attempt) || Number(form["position"]) is not { } position)
            return Results.BadRequest();
        if (await bookmarks.QuestionAsync(learner, attempt, position) is not { } question)
            return Results.NotFound();
        await bookmarks.SetAsync(learner, question, form["marked"] == "1");
        return new SeeOther($"/{Language}/attempts/{attempt}#q{position.ToString(CultureInfo.InvariantCulture)}");
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
