using KnowledgeBase.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KnowledgeBase.Operations;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: an answer could be saved right now.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<CanSave>("save");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class CanSave(Pulse pulse, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return HealthCheckResult.Unhealthy("stopping");
            try
            {
                await pulse.BeatAsync();
                return HealthCheckResult.Healthy();
            }
            catch (Exception failure)
            {
                return HealthCheckResult.Unhealthy("nothing can be saved", failure);
            }
        }
    }
}
