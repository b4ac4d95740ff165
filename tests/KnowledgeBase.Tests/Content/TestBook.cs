using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeBase.Tests.Content;

/// <summary>A content folder that a test may spoil, and a store of its own. The folder begins as <c>Sample</c>, which has one of everything.</summary>
internal sealed class TestBook : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-book-");
    private readonly IHost _host;

    private TestBook(string? folder, string? store)
    {
        Folder = folder ?? Path.Combine(_folder.FullName, "content");
        Store = store ?? Path.Combine(_folder.FullName, "knowledge.db");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([
            new("Storage:ConnectionString", $"Data Source={Store};Pooling=False"),
            new("Content:Folder", Folder),
        ]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddContent();
        builder.AddArticles();
        builder.AddQuestions();
        builder.AddQuizzes();
        _host = builder.Build();
    }

    public string Folder { get; }

    public string Store { get; }

    public Book Book => _host.Services.GetRequiredService<Book>();

    /// <summary>A folder and an empty store.</summary>
    public static TestBook New()
    {
        var book = new TestBook(null, null);
        Copy(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Tests", "Content", "Sample"), book.Folder);
        return book;
    }

    /// <summary>The sample, already imported, for tests that only want to see what happens next.</summary>
    public static TestBook Imported()
    {
        var book = New();
        File.Copy(PreparedStore.Sample, book.Store);
        return book;
    }

    /// <summary>Another process, so to speak, with the same folder and the same store.</summary>
    public static TestBook Over(TestBook other) => new(other.Folder, other.Store);

    /// <summary>Any folder, read only, and an empty store.</summary>
    public static TestBook Of(string folder) => new(folder, null);

    public async Task<ImportResult> ImportAsync()
    {
        // Even when there is nothing to migrate, the attempt is noted in the store, and tests compare its bytes.
        if (!File.Exists(Store))
            await _host.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        return await _host.Services.GetRequiredService<Importer>().ImportAsync(_ => { }, CancellationToken.None);
    }

    /// <summary>The errors of an import, as an author sees them.</summary>
    public async Task<string[]> ErrorsAsync() => [.. (await ImportAsync()).Problems.Errors.Select(problem => problem.ToString())];

    public async Task<string[]> WarningsAsync() => [.. (await ImportAsync()).Problems.Warnings.Select(problem => problem.ToString())];

    public IDbContextFactory<KnowledgeDb> Factory => _host.Services.GetRequiredService<IDbContextFactory<KnowledgeDb>>();

    public KnowledgeDb Open() => Factory.CreateDbContext();

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Replaces a text that the file has exactly once, and says on which line the new one begins.</summary>
    public int Edit(string file, string old, string now)
    {
        var text = File.ReadAllText(PathOf(file));
        var start = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(old, start + 1, StringComparison.Ordinal) < 0, $"'{old}' must be in {file} once.");
        Write(file, text.Replace(old, now, StringComparison.Ordinal));
        return 1 + text[..start].Count(c => c == '\n');
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
