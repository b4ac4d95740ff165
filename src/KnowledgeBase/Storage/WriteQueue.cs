using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KnowledgeBase.Storage;

/// <summary>
/// The one writer of everything people wait for while answering. Work that arrives while a commit is under way shares the
/// next one; a caller's task completes only after its commit is durable, and fails if that commit failed.
/// </summary>
internal sealed class WriteQueue(Database database, ILogger<WriteQueue> log) : IHostedService, IDisposable
{
    /// <summary>Bounds how long the first caller of a batch waits for the last one's statements.</summary>
    private const int MaximumBatch = 256;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new() { SingleReader = true });
    private Thread? _thread;

    /// <summary>Work accepted and not yet committed.</summary>
    public int Depth => _jobs.Reader.Count;

    /// <summary>Runs <paramref name="work"/> in the next group commit. It may run twice (see <see cref="RunBatch"/>), so it must
    /// do nothing but read and write through the <see cref="Writer"/>.</summary>
    public Task<T> WriteAsync<T>(Func<Writer, T> work)
    {
        var job = new Job<T>(work);
        if (!_jobs.Writer.TryWrite(job))
            throw new InvalidOperationException("The site is stopping; nothing more is saved.");
        return job.Result;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Drain) { IsBackground = true, Name = "write queue" };
        _thread.Start();
        return Task.CompletedTask;
    }

    /// <summary>Everything accepted is committed before the process ends.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _jobs.Writer.TryComplete();
        if (_thread is { } thread)
            await Task.Run(thread.Join, cancellationToken);
    }

    public void Dispose() => _jobs.Writer.TryComplete();

    private void Drain()
    {
        var batch = new List<Job>(MaximumBatch);
        Writer? writer = null;
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaximumBatch && _jobs.Reader.TryRead(out var job))
                batch.Add(job);
            try
            {
                writer ??= Open();
                RunBatch(writer, batch);
            }
            // Whatever it was, the callers must hear of it and the writer must live on.
            catch (Exception failure)
            {
                log.LogError(failure, "{Count} writes were not saved", batch.Count);
                batch.ForEach(job => job.Fail(failure));
                Discard(writer);
                writer = null;
            }
            batch.Clear();
        }
        Discard(writer);
    }

    // A broken connection may fail to close, too; that must not end the thread that everybody's writes wait for.
    private void Discard(Writer? writer)
    {
        try
        {
            writer?.Dispose();
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The writer's connection could not be closed");
        }
    }

    /// <summary>All in one transaction; if one of them throws, each again in a transaction of its own, so that one bad write fails alone.</summary>
    private static void RunBatch(Writer writer, List<Job> batch)
    {
        if (TryCommit(writer, batch, out var failure))
        {
            batch.ForEach(job => job.Complete());
            return;
        }

        foreach (var job in batch)
        {
            if (batch.Count > 1 && TryCommit(writer, [job], out failure))
                job.Complete();
            else
                job.Fail(failure!);
        }
    }

    private static bool TryCommit(Writer writer, List<Job> jobs, out Exception? failure)
    {
        failure = null;
        using var transaction = writer.Begin();
        foreach (var job in jobs)
        {
            try
            {
                job.Run(writer);
            }
            catch (Exception thrown)
            {
                failure = thrown;
                writer.Rollback();
                return false;
            }
        }
        writer.Commit();
        return true;
    }

    private Writer Open()
    {
        DbConnection connection = database.IsPostgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection(database.ConnectionString);
        connection.Open();
        var writer = new Writer(connection);
        if (!database.IsPostgres)
            writer.Execute(SqlitePragmas.Sql);
        return writer;
    }

    private abstract class Job
    {
        public abstract void Run(Writer writer);
        public abstract void Complete();
        public abstract void Fail(Exception failure);
    }

    private sealed class Job<T>(Func<Writer, T> work) : Job
    {
        // Continuations must not run on the writer's thread: the next batch would wait for them.
        private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Result => _source.Task;
        public override void Run(Writer writer) => _result = work(writer);
        public override void Complete() => _source.TrySetResult(_result);
        public override void Fail(Exception failure) => _source.TrySetException(failure);
    }
}
