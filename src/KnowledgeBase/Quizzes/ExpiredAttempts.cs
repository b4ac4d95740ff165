using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Closes attempts whose time ran out while nobody looked, also those that ran out while the site was down.</summary>
internal sealed class ExpiredAttempts(
    IDbContextFactory<KnowledgeDb> databases, AttemptCatalog attempts, AttemptClosing closing, TimeProvider time, ILogger<ExpiredAttempts> log)
    : Rounds(Interval, "Attempts whose time ran out could not be closed", time, log)
{
    /// <summary>The closing time is the deadline however late the closing is.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Answers that arrived in time may still be on a slow line or waiting for their commit.</summary>
    public static readonly TimeSpan Slack = AttemptSheet.Grace + TimeSpan.FromSeconds(5);

    private const int BatchSize = 200;

    protected override async Task RoundAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await SweepAsync(now - Slack, cancellation) == BatchSize)
            Log.LogInformation("{Count} attempts whose time ran out were closed; more are waiting", BatchSize);
    }

    private async Task<int> SweepAsync(DateTimeOffset bound, CancellationToken cancellation)
    {
        List<Guid> expired;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            expired = await db.Set<Attempt>().Where(attempt => attempt.ClosedAt == null && attempt.Deadline < bound)
                .OrderBy(attempt => attempt.Deadline).Select(attempt => attempt.Id).Take(BatchSize).ToListAsync(cancellation);
        }

        var closings = new List<Task>();
        foreach (var id in expired)
        {
            if (await attempts.SheetAsync(id) is { } sheet)
                closings.Add(closing.CloseAsync(sheet, sheet.Deadline!.Value));
        }
        await Task.WhenAll(closings);
        return expired.Count;
    }
}
