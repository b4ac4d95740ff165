using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeBase.Storage;

/// <summary>The one database. It names no entity: every folder brings its own mapping, so arrows point here only.</summary>
internal class KnowledgeDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    // Keys that protect cookies live in the database, so that replicas share them and a new container keeps people signed in.
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KnowledgeDb).Assembly);

    // SQLite can neither order nor compare DateTimeOffset and PostgreSQL takes only UTC, so both store Unix milliseconds.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

/// <summary>Owns the SQLite migrations; used only to migrate.</summary>
internal sealed class SqliteKnowledgeDb(DbContextOptions<SqliteKnowledgeDb> options) : KnowledgeDb(options);

/// <summary>Owns the PostgreSQL migrations; used only to migrate.</summary>
internal sealed class PostgresKnowledgeDb(DbContextOptions<PostgresKnowledgeDb> options) : KnowledgeDb(options);
