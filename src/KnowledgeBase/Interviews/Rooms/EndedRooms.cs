using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Finds rooms that are over and whose sittings are not all in their people's history yet, also those that ended as the site went down.</summary>
internal sealed class EndedRooms(IDbContextFactory<KnowledgeDb> databases, RoomCatalog rooms, RoomLanding landing, TimeProvider time, ILogger<EndedRooms> log)
    : Rounds(Interval, "Rooms that are over could not be put into their people's history", time, log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task RoundAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        List<Guid> ended;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            ended = await db.Set<Room>().Where(room => room.LandedAt == null && room.EndedAt != null).Select(room => room.Id).ToListAsync(cancellation);
        foreach (var id in ended)
        {
            if (await rooms.FindAsync(id) is { } room)
                await landing.LandAsync(room, now);
        }
    }
}
