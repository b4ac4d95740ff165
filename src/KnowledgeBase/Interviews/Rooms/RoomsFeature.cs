using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Interviews.Rooms;

internal static class RoomsFeature
{
    public static void AddRooms(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RoomCatalog>();
        services.AddSingleton<RoomOpening>();
        services.AddSingleton<RoomJoining>();
        services.AddSingleton<RoomChanges>();
        services.AddSingleton<RoomAnswers>();
        services.AddSingleton<RoomRendering>();
        services.AddSingleton<RoomStreams>();
        services.AddSingleton<RoomLimits>();
        services.AddSingleton<RoomLanding>();
        services.AddSingleton<RoomReports>();
        services.AddSingleton<RoomExport>();
        services.AddSingleton<IRoomSignal>(Signal);
        services.AddHostedService<RoomSignalling>();
        services.AddHostedService<RoomClock>();
        services.AddHostedService<EndedRooms>();
        services.AddScoped<ILearnerRecords, RoomRecords>();
        services.Configure<RateLimiterOptions>(RoomLimits.Add);
    }

    public static void MapRooms(this WebApplication app)
    {
        var form = new RequireAntiforgeryTokenAttribute();
        var all = app.MapGroup("/{lang:lang}/interviews");
        all.MapPost("open", HostEndpoints.OpenAsync).WithMetadata(form).RequireAuthorization(LearnerPolicies.Host).RequireRateLimiting(RoomLimits.Act);
        all.MapPost("join", RoomEndpoints.JoinAsync).WithMetadata(form).RequireRateLimiting(RoomLimits.Join);
        all.MapPost("{code}/answers", RoomEndpoints.AnswerAsync).AddEndpointFilter<NotSaved>().WithMetadata(form).RequireRateLimiting(RoomLimits.Act);
        all.MapPost("{code}/host/lock", HostEndpoints.LockAsync).WithMetadata(form).RequireRateLimiting(RoomLimits.Act);
        all.MapPost("{code}/host/remove", HostEndpoints.RemoveAsync).WithMetadata(form).RequireRateLimiting(RoomLimits.Act);
        all.MapPost("{code}/host/{act}", HostEndpoints.MoveAsync).WithMetadata(form).RequireRateLimiting(RoomLimits.Act);
        all.MapGet("{code}/report.csv", HostEndpoints.ExportAsync);
        all.MapGet("{code}/review", RoomEndpoints.ReviewAsync);
        all.MapGet("{code}/events", RoomEvents.GetAsync).ExcludeFromDescription();
    }

    private static IRoomSignal Signal(IServiceProvider services) => services.GetRequiredService<Database>().IsPostgres
        ? ActivatorUtilities.CreateInstance<PostgresRoomSignal>(services)
        : new MemoryRoomSignal();
}

/// <summary>Runs the signal where it has something to run.</summary>
internal sealed class RoomSignalling(IRoomSignal signal) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => (signal as IHostedService)?.StartAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => (signal as IHostedService)?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
