using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using Microsoft.AspNetCore.Antiforgery;

namespace KnowledgeBase.Statistics;

internal static class StatisticsFeature
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void AddStatistics(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperSnapshots>();
        builder.Services.AddSingleton<StatisticsRefresh>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StatisticsRefresh>());
        builder.Services.AddSingleton<StatisticsCatalog>();
        builder.Services.AddSingleton<StatisticsExport>();
        builder.Services.AddSingleton<AttemptsRegraded>(PaperSnapshots.Forget);
    }

    public static void MapStatistics(this WebApplication app)
    {
        var form = new RequireAntiforgeryTokenAttribute();
        var author = app.MapGroup("/{lang:lang}/author").RequireAuthorization(LearnerPolicies.Author).ExcludeFromDescription();
        author.MapMethods("/statistics/{paper}/export.csv", GetAndHead, StatisticsEndpoints.ExportPaperAsync);
        author.MapMethods("/questions/{section}/{id}/export.csv", GetAndHead, StatisticsEndpoints.ExportQuestionAsync);
        author.MapPost("/statistics/{paper}/compute", StatisticsEndpoints.ComputeAsync).WithMetadata(form);
        author.MapPost("/questions/{section}/{id}/regrade/confirm", StatisticsEndpoints.RegradeAsync).WithMetadata(form);
    }
}
