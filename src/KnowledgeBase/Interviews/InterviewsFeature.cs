using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Interviews.Scorecards;

namespace KnowledgeBase.Interviews;

internal static class InterviewsFeature
{
    public static void AddInterviews(this IHostApplicationBuilder builder)
    {
        builder.AddRooms();
        builder.AddScorecards();
    }

    public static void MapInterviews(this WebApplication app)
    {
        app.MapRooms();
        app.MapScorecards();
    }
}
