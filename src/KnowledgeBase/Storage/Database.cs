using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Storage;

/// <summary>Opens the configured database and brings its schema up to date before the first request.</summary>
internal sealed class Database(IOptions<StorageOptions> options, ILogger<Database> log)
{
    private readonly StorageOptions _options = options.Value;

    public bool IsPostgres => _options.IsPostgres;

    public string ConnectionString { get; } = Normalise(options.Value);

    public void Configure(DbContextOptionsBuilder builder)
    {
        if (IsPostgres)
            builder.UseNpgsql(ConnectionString);
        else
            builder.UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas());
    }

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (IsPostgres)
        {
            // EF holds a database-wide lock, so replicas that start together queue up behind each other.
            await using var postgres = new PostgresKnowledgeDb(Options<PostgresKnowledgeDb>());
            await postgres.Database.MigrateAsync(cancellation);
            return;
        }

        var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var guard = await OneAtATimeAsync(file + ".migrating", cancellation);
        await using var sqlite = new SqliteKnowledgeDb(Options<SqliteKnowledgeDb>());
        await sqlite.Database.OpenConnectionAsync(cancellation);
        // Opening the file ourselves makes EF skip switching to WAL.
        await sqlite.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        await DropStaleLockAsync(sqlite, cancellation);
        await sqlite.Database.MigrateAsync(cancellation);
    }

    // A start that was killed while migrating leaves its row in EF's lock table, and every later start would wait for ever.
    // The file lock that we hold proves that nobody else is migrating.
    private static async Task DropStaleLockAsync(SqliteKnowledgeDb db, CancellationToken cancellation)
    {
        var exists = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellation);
        if (exists > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellation);
    }

    private async Task<FileStream> OneAtATimeAsync(string path, CancellationToken cancellation)
    {
        for (var waited = false; ; waited = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!waited)
                    log.LogInformation("Waiting for another process that is migrating the database");
                await Task.Delay(100, cancellation);
            }
        }
    }

    private DbContextOptions<T> Options<T>() where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        Configure(builder);
        return builder.Options;
    }

    private static string Normalise(StorageOptions options) => options.IsPostgres
        ? options.EffectiveConnectionString
        : new SqliteConnectionStringBuilder(options.EffectiveConnectionString) { ForeignKeys = true }.ConnectionString;
}
