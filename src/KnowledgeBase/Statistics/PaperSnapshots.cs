using System.Text.Json;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Statistics;

/// <summary>Keeps each paper's statistics as they were computed last: a page reads one row, however many attempts there are.</summary>
internal sealed class PaperSnapshots(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue, TimeProvider time)
{
    private const string Store = """
        INSERT INTO "PaperStatistics" ("PaperKey", "Attempts", "ComputedAt", "Figures") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("PaperKey", "Attempts") DO UPDATE SET "ComputedAt" = excluded."ComputedAt", "Figures" = excluded."Figures"
        """;
    private const string Drop = """DELETE FROM "PaperStatistics" WHERE "PaperKey" = @p0""";

    public async Task<Snapshot?> FindAsync(string paper, Sittings sittings)
    {
        var text = sittings.Text();
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<PaperStatistics>().AsNoTracking().FirstOrDefaultAsync(one => one.PaperKey == paper && one.Attempts == text) is { } row ? Read(row) : null;
    }

    /// <summary>Every paper's first sittings, as far as they were computed; of one question only the papers that asked it.</summary>
    public async Task<IReadOnlyList<Snapshot>> AllAsync(int? question = null)
    {
        var first = Sittings.First.Text();
        await using var db = await databases.CreateDbContextAsync();
        var rows = db.Set<PaperStatistics>().AsNoTracking().Where(one => one.Attempts == first);
        if (question is { } id)
        {
            var part = $"\"question\":{id},";
            rows = rows.Where(one => one.Figures.Contains(part));
        }
        return [.. (await rows.ToListAsync()).Select(Read)];
    }

    /// <param name="most">Counts no further.</param>
    public async Task<PaperReading.Seen> SeenAsync(string paper, Sittings sittings, int? most = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await PaperReading.SeenAsync(db, paper, sittings, most);
    }

    public async Task<Snapshot> ComputeAsync(string paper, Sittings sittings, CancellationToken cancellation)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            // What comes while this reads is missed, and so makes the next look compute anew.
            var seen = await PaperReading.SeenAsync(db, paper, sittings, null);
            var regrade = await LastRegrade(db).FirstOrDefaultAsync(cancellation);
            var figures = await PaperReading.FiguresAsync(db, paper, sittings, cancellation);
            var snapshot = new Snapshot(paper, sittings, time.GetUtcNow(), seen.Count, seen.Latest, figures);
            if (await StoreAsync(snapshot, regrade))
                return snapshot;
        }
    }

    /// <summary>Called inside the transaction that changes marks.</summary>
    public static void Forget(Writer writer, IEnumerable<string> papers)
    {
        foreach (var paper in papers)
            writer.Execute(Drop, paper);
    }

    // Marks that were regraded in the meantime may have been read before or after: then all is read again.
    private Task<bool> StoreAsync(Snapshot snapshot, int regrade)
    {
        var json = JsonSerializer.Serialize(new Stored(snapshot.Seen, snapshot.Latest, snapshot.Figures), Json.Options);
        return queue.WriteAsync(writer =>
        {
            using (var db = writer.Context())
            {
                if (LastRegrade(db).FirstOrDefault() != regrade)
                    return false;
            }
            writer.Execute(Store, snapshot.Paper, snapshot.Sittings.Text(), snapshot.ComputedAt.ToUnixTimeMilliseconds(), json);
            return true;
        });
    }

    private static IQueryable<int> LastRegrade(KnowledgeDb db) => db.Set<Regrade>().OrderByDescending(regrade => regrade.Id).Select(regrade => regrade.Id);

    private static Snapshot Read(PaperStatistics row)
    {
        var stored = JsonSerializer.Deserialize<Stored>(row.Figures, Json.Options)!;
        return new(row.PaperKey, SittingsText.Parse(row.Attempts), row.ComputedAt, stored.Seen, stored.Latest, stored.Figures);
    }

    private sealed record Stored(int Seen, DateTimeOffset? Latest, PaperFigures Figures);
}

/// <param name="Seen">How many closed attempts there were, practice included.</param>
/// <param name="Latest">When the last of them closed.</param>
public sealed record Snapshot(string Paper, Sittings Sittings, DateTimeOffset ComputedAt, int Seen, DateTimeOffset? Latest, PaperFigures Figures)
{
    internal bool IsOf(PaperReading.Seen seen) => seen.Count == Seen && seen.Latest == Latest;
}
