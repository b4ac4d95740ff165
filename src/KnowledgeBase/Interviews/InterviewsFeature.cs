using KnowledgeBase.Interviews.Scorecards;

namespace KnowledgeBase.Interviews;

internal static class InterviewsFeature
{
    public static void AddInterviews(this IHostApplicationBuilder builder) => builder.AddScorecards();

    public static void MapInterviews(this WebApplication app) => app.MapScorecards();
}
