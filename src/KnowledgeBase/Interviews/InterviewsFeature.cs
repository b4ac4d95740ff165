using KnowledgeBase.Interviews.Rooms;

namespace KnowledgeBase.Interviews;

internal static class InterviewsFeature
{
    public static void AddInterviews(this IHostApplicationBuilder builder)
    {
        builder.AddRooms();
    }

    public static void MapInterviews(this WebApplication app)
    {
        app.MapRooms();
    }
}
