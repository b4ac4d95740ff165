using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KnowledgeBase.Benchmarks;

/// <summary>The real site on a real port, over one database.</summary>
internal sealed class BenchmarkSite(string database) : WebApplicationFactory<Program>
{
    public const string AdminEmail = "admin@example.org";
    public const string Password = "porcelain white and cobalt";

    public Uri Address { get; private set; } = new("http://localhost");

    public BenchmarkSite Start()
    {
        UseKestrel(0);
        StartServer();
        Address = new UriBuilder("http", "localhost", ClientOptions.BaseAddress.Port).Uri;
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Path.Combine(Root(), "src", "KnowledgeBase"));
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:ConnectionString", $"Data Source={database}");
        builder.UseSetting("Content:Folder", Path.Combine(Root(), "content"));
        builder.UseSetting("Admin:Email", AdminEmail);
        builder.UseSetting("Admin:Password", Password);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:KnowledgeBase", "Warning");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The benchmarks run from inside the repository.");
    }
}
