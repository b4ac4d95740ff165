using System.Globalization;
using KnowledgeBase.Learners;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Quizzes;

/// <summary>What the attempt's forms post to. Every answer is a redirect, so that reloading posts nothing twice.</summary>
internal static class AttemptEndpoints
{
    public static async Task<IResult> StartAsync(HttpContext context, PaperCatalog papers, AttemptStart start, Guests guests)
    {
        var received = Arrival.Of(context);
        var language = SiteLanguage.Current;
        if (StartForm.Read(await context.Request.ReadFormAsync()) is not { } form)
            return Results.BadRequest();
        var paper = form.Paper == StartForm.OwnPaper ? await papers.OwnAsync(form) : await papers.FindAsync(form.Paper);
        if (paper is null)
            return Results.NotFound();
        // Before there is anything to keep, nobody becomes a guest.
        if (!await start.HasQuestionsAsync(paper))
            return new SeeOther($"/{language}/quizzes?none=1#own");

        var refused = $"/{language}/quizzes/{paper.Key}?refused=1{(form.Mode == AttemptMode.Practice ? "&mode=practice" : "")}";
        if (context.User.LearnerId() is null && Admission.Check(paper.Rules, form.Mode, [], received) is not null)
            return new SeeOther(refused);

        var learner = await guests.EnsureAsync(context.User);
        var started = await start.BeginAsync(learner, paper, form, language, received);
        if (started.Refusal is not null)
            return new SeeOther(refused);
        return new SeeOther($"/{language}/attempts/{started.Id}{(started.Resumed ? "?resumed=1" : "")}");
    }

    /// <summary>Saves the whole page; returns to the question whose button was pressed.</summary>
    public static async Task<IResult> SaveAsync(Guid id, HttpContext context, AttemptCatalog attempts, AttemptForm page, AttemptClosing closing)
    {
        var received = Arrival.Of(context);
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { } sheet)
            return Results.NotFound();
        var address = $"/{SiteLanguage.Current}/attempts/{id}";
        if (sheet.IsOver(received))
        {
            await closing.CloseAsync(sheet, received);
            return new SeeOther($"{address}?late=1");
        }

        var form = await context.Request.ReadFormAsync();
        if (await page.SaveAsync(sheet, form, received) is not { } changedElsewhere)
            return Results.BadRequest();
        var place = int.TryParse(form["at"], CultureInfo.InvariantCulture, out var at) && sheet.Item(at) is not null ? $"#q{at}" : "";
        return new SeeOther($"{address}?{(changedElsewhere.Count > 0 ? $"elsewhere={string.Join('-', changedElsewhere)}" : "saved=1")}{place}");
    }

    /// <summary>What the page holds is saved first, if it came in time; then the attempt closes. Again and again gives the same result.</summary>
    public static async Task<IResult> SubmitAsync(Guid id, HttpContext context, AttemptCatalog attempts, AttemptForm page, AttemptClosing closing)
    {
        var received = Arrival.Of(context);
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { } sheet)
            return Results.NotFound();

        var late = sheet.IsOver(received);
        if (!late && await page.SaveAsync(sheet, await context.Request.ReadFormAsync(), received) is null)
            return Results.BadRequest();
        await closing.CloseAsync(sheet, received);
        return new SeeOther($"/{SiteLanguage.Current}/attempts/{id}{(late ? "?late=1" : "")}");
    }

    /// <summary>Saves the page, grades one question and comes back to its solution. An exam explains nothing before it is over.</summary>
    public static async Task<IResult> CheckAsync(Guid id, int position, HttpContext context, AttemptCatalog attempts, AttemptForm page, AttemptChecking checking)
    {
        var received = Arrival.Of(context);
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { ExplainsAtOnce: true } sheet || sheet.Item(position) is not { } item)
            return Results.NotFound();
        if (await page.SaveAsync(sheet, await context.Request.ReadFormAsync(), received) is not { } changedElsewhere)
            return Results.BadRequest();
        await checking.CheckAsync(sheet, item, received);
        return new SeeOther($"/{SiteLanguage.Current}/attempts/{id}{(changedElsewhere.Count > 0 ? $"?elsewhere={string.Join('-', changedElsewhere)}" : "")}#q{position}");
    }

    /// <summary>Begins a practice on the wrong questions of a closed attempt.</summary>
    public static async Task<IResult> RetryAsync(Guid id, HttpContext context, AttemptCatalog attempts, PickedStart start, PaperOverrides overrides)
    {
        var received = Arrival.Of(context);
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { } sheet)
            return Results.NotFound();
        var address = $"/{SiteLanguage.Current}/attempts";
        // While the review is withheld, practice must not show what it hides.
        if ((await attempts.StateAsync(sheet)).ClosedAt is null || (await overrides.AccessAsync(sheet, received)).Shows != ReviewShows.Everything)
            return new SeeOther($"{address}/{id}");
        var started = await start.RetryAsync(sheet, await attempts.MarksAsync(sheet), SiteLanguage.Current, received);
        return new SeeOther(started is null ? $"{address}/{id}?nothing=1" : $"{address}/{started.Id}{(started.Resumed ? "?resumed=1" : "")}");
    }
}
