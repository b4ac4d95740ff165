using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KnowledgeBase.Tests;

/// <summary>Keeps every query the site sends, awaited or not, with its values.</summary>
internal sealed class QueryRecorder : DbCommandInterceptor
{
    public ConcurrentQueue<RecordedQuery> Queries { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Queries.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));
}

internal sealed record RecordedQuery(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    /// <summary>The steps by which SQLite would answer it.</summary>
    public async Task<IReadOnlyList<string>> ExplainAsync(string databaseFile)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is one that the site itself just sent.
        command.CommandText = "EXPLAIN QUERY PLAN " + Sql;
#pragma warning restore CA2100
        foreach (var (name, value) in Parameters)
            command.Parameters.AddWithValue(name, value);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
