using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KnowledgeBase.Storage;

/// <summary>What a write may use: prepared statements for the hot path, or a context on the same transaction for the rest.</summary>
internal sealed class Writer(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly DbContextOptions<KnowledgeDb> _options = OptionsOver(connection);
    private DbTransaction? _transaction;

    /// <summary>Runs one statement with positional parameters named @p0, @p1, … and returns the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>As <see cref="Execute"/>, for reading rows inside the transaction.</summary>
    public DbDataReader Query(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteReader();

    /// <summary>A context that takes part in the transaction; dispose it before the work returns.</summary>
    public KnowledgeDb Context()
    {
        var db = new KnowledgeDb(_options);
        db.Database.UseTransaction(_transaction);
        return db;
    }

    // IMMEDIATE: a transaction that reads and then writes would otherwise fail when somebody wrote in between.
    internal DbTransaction Begin() => _transaction = connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: false)
        : connection.BeginTransaction();

    internal void Commit()
    {
        _transaction!.Commit();
        _transaction = null;
    }

    internal void Rollback()
    {
        _transaction!.Rollback();
        _transaction = null;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private static DbContextOptions<KnowledgeDb> OptionsOver(DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<KnowledgeDb>();
        return connection is NpgsqlConnection ? builder.UseNpgsql(connection).Options : builder.UseSqlite(connection).Options;
    }

    private DbCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }
        }
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
