using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.Interviews.Scorecards;

internal static class ScorecardsFeature
{
    public static void AddScorecards(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SeatCatalog>();
        services.AddSingleton<PlanCatalog>();
        services.AddSingleton<OpenQuestions>();
        services.AddSingleton<SheetCatalog>();
        services.AddSingleton<SheetStore>();
        services.AddSingleton<SheetForm>();
        services.AddSingleton<SheetSubmitting>();
        services.AddSingleton<InterviewPlanning>();
        services.AddSingleton<InterviewConduct>();
        services.AddSingleton<InterviewInvitations>();
        services.AddSingleton<InterviewList>();
        services.AddSingleton<PaperSittings>();
        services.AddSingleton<SessionCatalog>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<ITimelineSource, EventTimeline>();
        services.AddSingleton<ITimelineSource, PaperTimeline>();
        services.AddSingleton<IContentKind, PlannedPaperKeys>();
        services.AddScoped<ILearnerRecords, ScorecardRecords>();
    }

    public static void MapScorecards(this WebApplication app)
    {
        var form = new RequireAntiforgeryTokenAttribute();
        var all = app.MapGroup("/{lang:lang}/interviews/scorecards").WithMetadata(form).ExcludeFromDescription();
        all.MapPost("self/begin", SheetEndpoints.BeginSelfAsync).RequireRateLimiting(QuizLimits.Start);
        all.MapPost("join/{token}/accept", SheetEndpoints.AcceptAsync).RequireRateLimiting(QuizLimits.Start);
        var one = all.MapGroup("{id:guid}").AddEndpointFilter<RouteGroupBuilder, NotSaved>().RequireRateLimiting(QuizLimits.Save);
        one.MapPost("save", SheetEndpoints.SaveAsync);
        one.MapPost("submit", SheetEndpoints.SubmitAsync);
        one.MapOwner();

        var saving = app.MapGroup("/api/scorecards/{id:guid}").AddEndpointFilter<RouteGroupBuilder, NotSaved>().WithMetadata(form).RequireRateLimiting(QuizLimits.Save);
        saving.MapPut("scores/{position:int}/{criterion}", SheetEndpoint.PutScoreAsync).WithSummary("Saves one's own score of a criterion: {\"seq\":1,\"level\":3,\"evidence\":\"…\"}");
        saving.MapPut("notes/{position:int}", SheetEndpoint.PutNoteAsync).WithSummary("Saves one's own note on a question, or at 0 on the session: {\"seq\":1,\"text\":\"…\"}");
        saving.MapGet("", SheetEndpoint.GetAsync).WithSummary("One's own sheet as it is stored");
    }
}
