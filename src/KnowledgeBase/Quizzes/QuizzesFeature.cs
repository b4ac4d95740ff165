using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes.Authoring;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Quizzes;

internal static class QuizzesFeature
{
    public static void AddQuizzes(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperExtents>();
        builder.Services.AddSingleton<PaperCatalog>();
        builder.Services.AddSingleton<PaperResults>();
        builder.Services.AddSingleton<PaperOverrides>();
        builder.AddAuthoring();
        builder.Services.AddSingleton<IContentKind, PaperImport>();
        builder.Services.AddSingleton<AttemptCatalog>();
        builder.Services.AddSingleton<AttemptOpening>();
        builder.Services.AddSingleton<AttemptStart>();
        builder.Services.AddSingleton<PickedStart>();
        builder.Services.AddSingleton<AttemptClosing>();
        builder.Services.AddSingleton<AttemptChecking>();
        builder.Services.AddSingleton<AttemptForm>();
        builder.Services.AddSingleton<AnswerStore>();
        builder.Services.AddSingleton<Regrading>();
        builder.Services.AddSingleton<RegradeCatalog>();
        builder.Services.AddScoped<ILearnerRecords, AttemptRecords>();
        builder.Services.AddHostedService<ExpiredAttempts>();
        builder.Services.Configure<RateLimiterOptions>(QuizLimits.Add);
    }

    /// <summary>First in the pipeline: the clock is read before anything else happens to a request.</summary>
    public static void UseQuizzes(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            context.Features.Set(new Arrival(time.GetUtcNow()));
            return next(context);
        });
    }

    public static void MapQuizzes(this WebApplication app)
    {
        var form = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/{lang:lang}/quizzes/start", AttemptEndpoints.StartAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Start);
        var saving = app.MapGroup("/{lang:lang}/attempts/{id:guid}").AddEndpointFilter<RouteGroupBuilder, NotSaved>().WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        saving.MapPost("answers", AttemptEndpoints.SaveAsync);
        saving.MapPost("submit", AttemptEndpoints.SubmitAsync);
        saving.MapPost("check/{position:int}", AttemptEndpoints.CheckAsync);
        app.MapPost("/{lang:lang}/attempts/{id:guid}/retry", AttemptEndpoints.RetryAsync).WithMetadata(form).RequireRateLimiting(QuizLimits.Start);
        app.MapPut("/api/attempts/{id:guid}/answers/{position:int}", AnswerEndpoint.PutAsync).AddEndpointFilter<NotSaved>().WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        app.MapGet("/api/attempts/{id:guid}/answers", AnswerEndpoint.GetAsync).RequireRateLimiting(QuizLimits.Save);
    }
}
