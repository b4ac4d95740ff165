using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Storage;

/// <summary>One row that the readiness check writes: a site is ready only when an answer could be saved.</summary>
internal sealed class Pulse(WriteQueue queue, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private long _lastStarted;

    /// <summary>Completes once a write has been committed; throws if it could not be.
    /// Anybody may ask, so at most one write a second is made.</summary>
    public Task BeatAsync()
    {
        lock (_lock)
        {
            if (_lastStarted == 0 || time.GetElapsedTime(_lastStarted) > Fresh)
            {
                _lastStarted = time.GetTimestamp();
                var now = time.GetUtcNow().ToUnixTimeMilliseconds();
                _last = queue.WriteAsync(writer => writer.Execute(
                    """INSERT INTO "Pulse" ("Id", "At") VALUES (1, @p0) ON CONFLICT ("Id") DO UPDATE SET "At" = excluded."At" """, now)).WaitAsync(Patience, time);
            }
            return _last;
        }
    }
}

internal sealed class PulseRow
{
    public int Id { get; init; }
    public DateTimeOffset At { get; init; }
}

internal sealed class PulseMapping : IEntityTypeConfiguration<PulseRow>
{
    public void Configure(EntityTypeBuilder<PulseRow> builder)
    {
        builder.ToTable("Pulse").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
