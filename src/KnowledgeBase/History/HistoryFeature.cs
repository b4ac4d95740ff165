using KnowledgeBase.History.Cards;
using KnowledgeBase.History.Lists;
using KnowledgeBase.History.Reviews;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.History;

internal static class HistoryFeature
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void AddHistory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QuestionChapters>();
        builder.Services.AddSingleton<MasteryCatalog>();
        builder.Services.AddSingleton<HistoryCatalog>();
        builder.Services.AddSingleton<AttemptExport>();
        builder.Services.AddSingleton<AttemptComparison>();
        builder.Services.AddSingleton<AttemptGraded>(CardKeeping.Keep);
        builder.Services.AddSingleton<CardReplay>();
        builder.Services.AddHostedService<CardReplays>();
        builder.Services.AddScoped<ILearnerRecords, CardRecords>();
        builder.Services.AddSingleton<ReviewQueue>();
        builder.Services.AddSingleton<ReviewBook>();
        builder.Services.AddSingleton(services => new FactAboutMe("due", services.GetRequiredService<ReviewQueue>().DueAsync));
        builder.Services.AddSingleton<QuestionLists>();
        builder.Services.AddScoped<Bookmarks>();
        builder.Services.AddSingleton(new QuestionAside(typeof(BookmarkButton)));
    }

    public static void MapHistory(this WebApplication app)
    {
        var form = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/{lang:lang}/review/start", ReviewEndpoints.StartAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Start);
        app.MapPost("/{lang:lang}/review/undo", ReviewEndpoints.UndoAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        app.MapPost("/{lang:lang}/review/cap", ReviewEndpoints.CapAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        app.MapPost("/{lang:lang}/history/practise", ListEndpoints.PractiseAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Start);
        app.MapPost("/{lang:lang}/history/bookmark", ListEndpoints.BookmarkAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        var history = app.MapGroup("/{lang:lang}/history").ExcludeFromDescription();
        history.MapMethods("/export.csv", GetAndHead, (HttpContext context, HistoryCatalog catalog, AttemptExport export) =>
            Download(context, catalog, "csv", "text/csv; charset=utf-8", export.WriteCsvAsync));
        history.MapMethods("/export.json", GetAndHead, (HttpContext context, HistoryCatalog catalog) =>
            Download(context, catalog, "json", "application/json; charset=utf-8", AttemptExport.WriteJsonAsync));
    }

    private static IResult Download(
        HttpContext context, HistoryCatalog catalog, string extension, string type, Func<Stream, IAsyncEnumerable<ExportedAttempt>, Task> write)
    {
        // The name of the day is for telling files apart, not for counting days: UTC will do.
        var today = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var language = SiteLanguage.Current;
        var attempts = context.User.LearnerId() is { } learner ? catalog.AllAsync(learner) : AsyncEnumerable.Empty<AttemptRow>();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => write(stream, attempts.Select(row => ExportedAttempt.Of(row, language))),
            type, $"quiz-history-{today:yyyy-MM-dd}.{extension}");
    }
}
