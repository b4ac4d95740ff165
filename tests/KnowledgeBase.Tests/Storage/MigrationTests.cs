using KnowledgeBase.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Storage;

public class MigrationTests
{
    [Fact]
    public void Both_migration_sets_match_the_model()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_start_does_not_block_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("kb-lock-");
        var connection = $"Data Source={Path.Combine(folder.FullName, "k.db")};Pooling=False";
        var database = new Database(Options.Create(new StorageOptions { ConnectionString = connection }), NullLogger<Database>.Instance);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await using (var open = new SqliteConnection(connection))
        {
            await open.OpenAsync(TestContext.Current.CancellationToken);
            await using var leave = open.CreateCommand();
            leave.CommandText = """
                CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');
                """;
            await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await database.MigrateAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        folder.Delete(recursive: true);
    }
}
