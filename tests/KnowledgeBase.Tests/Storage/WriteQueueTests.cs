using KnowledgeBase.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.Storage;

public sealed class WriteQueueTests : IAsyncLifetime
{
    private const string Insert = "INSERT INTO Notes (Id) VALUES (@p0)";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-queue-");
    private readonly WriteQueue _queue;

    public WriteQueueTests()
    {
        var options = Options.Create(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "k.db")};Pooling=False" });
        _queue = new(new Database(options, NullLogger<Database>.Instance), NullLogger<WriteQueue>.Instance);
    }

    public async ValueTask InitializeAsync()
    {
        await _queue.StartAsync(CancellationToken.None);
        await _queue.WriteAsync(writer => writer.Execute("CREATE TABLE Notes (Id INTEGER PRIMARY KEY)"));
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.StopAsync(CancellationToken.None);
        _queue.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_bad_write_in_a_batch_fails_alone()
    {
        using var gate = new ManualResetEventSlim();
        // While this one holds the writer, the others gather into one batch.
        var first = _queue.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var writes = Enumerable.Range(1, 20).Select(id => _queue.WriteAsync(writer =>
        {
            writer.Execute(Insert, id);
            return id == 13 ? throw new InvalidDataException("poison") : id;
        })).ToList();
        gate.Set();
        await first;

        foreach (var (index, write) in writes.Index())
        {
            if (index + 1 == 13)
                await Assert.ThrowsAsync<InvalidDataException>(() => write);
            else
                Assert.Equal(index + 1, await write);
        }
        Assert.Equal(19, await CountAsync());
        Assert.Equal(1, await _queue.WriteAsync(writer => writer.Execute(Insert, 13)));
    }

    [Fact]
    public async Task A_write_that_breaks_a_rule_of_the_database_fails_alone_too()
    {
        using var gate = new ManualResetEventSlim();
        var first = _queue.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var writes = new[] { 1, 2, 1, 3 }.Select(id => _queue.WriteAsync(writer => writer.Execute(Insert, id))).ToList();
        gate.Set();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => writes[2]);
        Assert.Equal(3, await writes[0] + await writes[1] + await writes[3]);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task What_was_accepted_before_the_stop_is_committed_and_later_work_is_refused()
    {
        var writes = Enumerable.Range(1, 500).Select(id => _queue.WriteAsync(writer => writer.Execute(Insert, id))).ToList();

        await _queue.StopAsync(CancellationToken.None);

        Assert.All(await Task.WhenAll(writes), changed => Assert.Equal(1, changed));
        Assert.Equal(500, await CountAsync());
        Assert.Throws<InvalidOperationException>(() => { _ = _queue.WriteAsync(writer => writer.Execute(Insert, 501)); });
    }

    private async Task<long> CountAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "k.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Notes";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
