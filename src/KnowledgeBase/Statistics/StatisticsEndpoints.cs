using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Statistics;

/// <summary>What the authors' pages post to and download.</summary>
internal static class StatisticsEndpoints
{
    public static async Task<IResult> ComputeAsync(string paper, HttpContext context, StatisticsCatalog catalog, StatisticsRefresh refresh)
    {
        if (await catalog.PaperAsync(paper) is not { } found)
            return Results.NotFound();
        var sittings = SittingsText.Parse((await context.Request.ReadFormAsync())["attempts"]);
        await refresh.ComputeNowAsync(found.Key, sittings);
        return new SeeOther($"/{SiteLanguage.Current}/author/statistics/{found.Key}?attempts={sittings.Text()}");
    }

    /// <summary>Does what the preview showed; if that is no longer the same, the author looks at it anew.</summary>
    public static async Task<IResult> RegradeAsync(string section, string id, HttpContext context, StatisticsCatalog catalog, Regrading regrading)
    {
        if (await catalog.QuestionAsync($"{section}/{id}", SiteLanguage.Current) is not { } question)
            return Results.NotFound();
        var sent = await context.Request.ReadFormAsync();
        var form = RegradeForm.Of(sent["version"], sent["rule"], sent["reason"]);
        if (form.Wish(question) is not { } wish)
            return Results.BadRequest();

        var address = $"/{SiteLanguage.Current}/author/questions/{question.Key}/regrade";
        if (await regrading.ApplyAsync(wish, sent["fingerprint"].ToString(), context.User.LearnerId()) is not null)
            return new SeeOther($"{address}?done=1");
        var again = QueryString.Create(
        [
            .. form.Versions.Select(version => new KeyValuePair<string, string?>("version", $"{version}")),
            new("rule", $"{form.Rule}"), new("reason", form.Reason), new("changed", "1"),
        ]);
        return new SeeOther($"{address}{again}");
    }

    public static async Task<IResult> ExportPaperAsync(string paper, string? attempts, HttpContext context, StatisticsCatalog catalog, StatisticsExport export)
    {
        var sittings = SittingsText.Parse(attempts);
        if (await catalog.PaperAsync(paper, sittings, SiteLanguage.Current) is not { } report)
            return Results.NotFound();
        // Still being computed for the first time: the page says so.
        if (report.Snapshot is null)
            return new SeeOther($"/{SiteLanguage.Current}/author/statistics/{report.Key}?attempts={sittings.Text()}");
        return Csv(context, $"statistics-{report.Key}", stream => export.WriteAsync(stream, report));
    }

    public static async Task<IResult> ExportQuestionAsync(string section, string id, HttpContext context, StatisticsCatalog catalog, StatisticsExport export) =>
        await catalog.QuestionAsync($"{section}/{id}", SiteLanguage.Current) is { } report
            ? Csv(context, $"statistics-{section}-{id}", stream => export.WriteAsync(stream, report))
            : Results.NotFound();

    private static IResult Csv(HttpContext context, string name, Func<Stream, Task> write)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(write, "text/csv; charset=utf-8", $"{name}.csv");
    }
}
