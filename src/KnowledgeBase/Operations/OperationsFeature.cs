using KnowledgeBase.Storage;

namespace KnowledgeBase.Operations;

internal static class OperationsFeature
{
    public const int DefaultPort = 5080;

    /// <summary>The longest thing anybody sends is a form; more is refused before it is read.</summary>
    private const long LargestRequest = 1024 * 1024;

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        // Containers name their port by ASPNETCORE_HTTP_PORTS; everybody else gets ours.
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls($"http://localhost:{DefaultPort}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddHealth();
        builder.Services.AddSingleton<BookAtStart>();
        builder.Services.AddSingleton<BookWatch>();
    }

    public static void MapOperations(this WebApplication app) => app.MapHealth();

    /// <summary>Before the page cache: a page made from older content must not be the answer.</summary>
    public static void UseOperations(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.Use(app.Services.GetRequiredService<BookWatch>().InvokeAsync);
    }

    /// <summary>Brings schema and content up to date before the first request is accepted.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<Database>().MigrateAsync(app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<BookAtStart>().PrepareAsync(app.Lifetime.ApplicationStopping);
    }
}
