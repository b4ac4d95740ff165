using KnowledgeBase.Storage;

namespace KnowledgeBase.Operations;

internal static class OperationsFeature
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        // Containers name their port by ASPNETCORE_HTTP_PORTS; everybody else gets ours.
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls("http://localhost:5080");
    }

    /// <summary>Brings schema and content up to date before the first request is accepted.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<Database>().MigrateAsync(app.Lifetime.ApplicationStopping);
    }
}
