using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Tests;

/// <summary>The whole site over its own SQLite file and a clock that the test moves. One per test class (IClassFixture).</summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-site-");

    public FakeTimeProvider Clock { get; protected init; } = new(DateTimeOffset.UtcNow);

    public string DatabaseFile => Path.Combine(_folder.FullName, "knowledge.db");

    /// <summary>The real book, unless a subclass brings its own.</summary>
    protected virtual string ContentFolder => Repository.Content;

    /// <summary>A client with a cookie jar of its own that does not follow redirects: one browser.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://kb.test") });

    internal async Task<KnowledgeDb> OpenDatabaseAsync() =>
        await Services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContextAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // A first import takes seconds; here it is the same for every class of tests.
        if (ContentFolder == Repository.Content && !File.Exists(DatabaseFile))
            File.Copy(PreparedStore.RealBook, DatabaseFile);
        builder.UseSetting("Storage:ConnectionString", $"Data Source={DatabaseFile};Pooling=False");
        builder.UseSetting("Content:Folder", ContentFolder);
        // Hundreds of sites say that they start; what fails should be found among it.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
            _folder.Delete(recursive: true);
    }
}

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Content => Path.Combine(Root, "content");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
