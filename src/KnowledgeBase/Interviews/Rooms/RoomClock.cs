using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Makes the moves that are due: reveals and goes on where the clock sets the pace, and ends what has expired. On every server; one of them wins.</summary>
internal sealed class RoomClock(IDbContextFactory<KnowledgeDb> databases, RoomCatalog rooms, RoomChanges changes, TimeProvider time, ILogger<RoomClock> log)
    : Rounds(Interval, "Rooms could not go on", time, log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task RoundAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        List<Guid> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            due = await db.Set<Room>().Where(room => room.LandedAt == null && room.EndedAt == null && (room.NextAt <= now || room.ExpiresAt <= now))
                .Select(room => room.Id).ToListAsync(cancellation);
        }
        foreach (var id in due)
        {
            if (await rooms.FindAsync(id) is { } room && RoomMoves.Due(room.State, now) is { } move)
                await changes.MoveAsync(room, move, now);
        }
    }
}
