using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KnowledgeBase.Storage;

// `dotnet ef migrations add` builds its contexts here; neither opens a connection.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteKnowledgeDb>
{
    public SqliteKnowledgeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKnowledgeDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresKnowledgeDb>
{
    public PostgresKnowledgeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresKnowledgeDb>().UseNpgsql("Host=design").Options);
}
