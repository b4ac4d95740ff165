using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>The papers as their authors see them: the book's own to look at, those made in the site to change.</summary>
internal sealed class AuthoredPapers(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue)
{
    // Behind all that the book has.
    private const int Position = 1_000_000;

    /// <summary>Retired ones of the site's too: somebody may want one back.</summary>
    public async Task<IReadOnlyList<Paper>> ListAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Paper>().AsNoTracking().Where(paper => paper.Authored || !paper.Retired).OrderBy(paper => paper.Position).ThenBy(paper => paper.Key).ToListAsync();
    }

    public async Task<Paper?> FindAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Key == key && (paper.Authored || !paper.Retired));
    }

    /// <summary>False: another paper has that key.</summary>
    public Task<bool> AddAsync(Paper paper) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (db.Set<Paper>().Any(other => other.Key == paper.Key))
            return false;
        paper.Position = Position;
        db.Add(paper);
        db.SaveChanges();
        return true;
    });

    /// <summary>Attempts that are running keep the questions and rules they were begun with.</summary>
    public Task<bool> ChangeAsync(Paper paper) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (db.Set<Paper>().FirstOrDefault(other => other.Key == paper.Key && other.Authored) is not { } stored)
            return false;
        (stored.Title, stored.Summary, stored.Blueprint, stored.Rules) = (paper.Title, paper.Summary, paper.Blueprint, paper.Rules);
        db.SaveChanges();
        return true;
    });

    public Task<bool> RetireAsync(string key, bool retired) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (db.Set<Paper>().FirstOrDefault(other => other.Key == key && other.Authored) is not { } stored)
            return false;
        stored.Retired = retired;
        db.SaveChanges();
        return true;
    });
}
