using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Teams.Assignments;
using KnowledgeBase.Teams.MasteryMaps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Teams;

internal static class TeamsFeature
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void AddTeams(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TeamCatalog>();
        builder.Services.AddSingleton<TeamBook>();
        builder.Services.AddSingleton<AssignmentCatalog>();
        builder.Services.AddSingleton<AssignmentBook>();
        builder.Services.AddSingleton<Assigning>();
        builder.Services.AddSingleton<AssignmentExport>();
        builder.Services.AddSingleton<MasteryMapCatalog>();
        builder.Services.AddSingleton<IContentKind, AssignedPapers>();
        builder.Services.AddScoped<ILearnerRecords, TeamRecords>();
        builder.Services.AddSingleton(services => new FactAboutMe("teamDue", services.GetRequiredService<AssignmentCatalog>().CountDueAsync));
        builder.Services.Configure<RateLimiterOptions>(TeamLimits.Add);
    }

    public static void MapTeams(this WebApplication app)
    {
        var teams = app.MapGroup("/{lang:lang}/teams").RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(TeamLimits.Change).ExcludeFromDescription();
        teams.MapPost("/found", TeamEndpoints.FoundAsync);
        teams.MapPost("/join", TeamEndpoints.JoinAsync);
        var team = teams.MapGroup("/{id:guid}");
        team.MapPost("/shows-name", TeamEndpoints.ShowNameAsync);
        team.MapPost("/leave", TeamEndpoints.LeaveAsync);
        team.MapPost("/rename", TeamEndpoints.RenameAsync);
        team.MapPost("/link", TeamEndpoints.RenewLinkAsync);
        team.MapPost("/members/{number:int}/lead", TeamEndpoints.MakeLeadAsync);
        team.MapPost("/members/{number:int}/remove", TeamEndpoints.RemoveAsync);
        team.MapPost("/delete", TeamEndpoints.DeleteAsync);
        team.MapPost("/assign/paper", AssignmentEndpoints.AssignPaperAsync);
        team.MapPost("/assign/interview", AssignmentEndpoints.AssignInterviewAsync);
        team.MapPost("/assignments/{assignment:guid}/due", AssignmentEndpoints.MoveAsync);
        team.MapPost("/assignments/{assignment:guid}/withdraw", AssignmentEndpoints.WithdrawAsync);
        team.MapMethods("/assignments.csv", GetAndHead, AssignmentEndpoints.ExportAsync);
    }
}
