using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Learners;

/// <summary>Everything the site keeps about a learner, whichever folder keeps it: counted, exported, handed over, deleted.</summary>
internal sealed class Belongings(IEnumerable<ILearnerRecords> records, IDbContextFactory<KnowledgeDb> databases, TimeProvider time)
{
    /// <summary>What a guest would take along, in words; empty when there is nothing.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(Guid learner, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var said = new List<string>();
        foreach (var record in records)
        {
            if (await record.CountAsync(db, learner, cancellation) is > 0 and var count)
                said.Add(record.Say(count));
        }
        return said;
    }

    public async Task<Dictionary<string, object?>> ExportAsync(Guid learner, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var export = new Dictionary<string, object?>(StringComparer.Ordinal) { ["exportedAt"] = time.GetUtcNow() };
        foreach (var record in records)
            export[record.Name] = await record.ExportAsync(db, learner, cancellation);
        return export;
    }

    /// <summary>All of a guest's work becomes the account's, and the empty guest goes; or nothing happens at all.</summary>
    public async Task MoveAsync(Guid guest, Guid account, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.Set<Learner>().AnyAsync(learner => learner.Id == guest && learner.RegisteredAt == null, cancellation))
            return;
        foreach (var record in records)
            await record.MoveAsync(db, guest, account, cancellation);
        await db.Set<Learner>().Where(learner => learner.Id == guest).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The row and, by cascade, everything that hangs on it.</summary>
    public async Task DeleteAsync(Guid learner, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var record in records)
            await record.BeforeDeletingAsync(db, learner, cancellation);
        await db.Set<Learner>().Where(row => row.Id == learner).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
