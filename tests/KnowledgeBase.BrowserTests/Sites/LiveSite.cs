using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Sites;

/// <summary>The whole site on a real port, over its own SQLite file and the repository's content.</summary>
public sealed class LiveSite(TimeProvider clock) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-live-");

    /// <summary>By name, not by number: passkeys know no address without a name.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    public LiveSite Start()
    {
        UseKestrel(0);
        StartServer();
        Address = new UriBuilder("http", "localhost", ClientOptions.BaseAddress.Port).Uri;
        FixedPapers.AddTo(Services);
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "knowledge.db")}");
        builder.UseSetting("Content:Folder", Repository.Content);
        // Hundreds of sites say that they start; what fails should be found among it.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureServices(services => services.AddSingleton(clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // Pooled connections keep the file open a moment longer; what is left lies in the system's temporary folder.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
