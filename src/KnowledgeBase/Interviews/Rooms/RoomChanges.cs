using KnowledgeBase.Storage;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>
/// Changes a room. Each change of phase asks for the revision it was meant for: double clicks, two replicas and the clock may
/// race, and one of them wins.
/// </summary>
internal sealed class RoomChanges(WriteQueue queue, IRoomSignal signal)
{
    private const string Change = """
        UPDATE "Rooms" SET "Phase" = @p2, "Position" = @p3, "Revision" = @p4, "OpenedAt" = @p5, "ClosesAt" = @p6, "NextAt" = @p7, "EndedAt" = @p8
        WHERE "Id" = @p0 AND "Revision" = @p1
        """;

    private const string Lock = """UPDATE "Rooms" SET "Locked" = @p1 WHERE "Id" = @p0 AND "EndedAt" IS NULL""";
    private const string Remove = """UPDATE "RoomMembers" SET "RemovedAt" = @p2 WHERE "RoomId" = @p0 AND "LearnerId" = @p1 AND "RemovedAt" IS NULL""";

    /// <summary>False: it does not fit, or somebody was quicker.</summary>
    public async Task<bool> MoveAsync(LiveRoom room, RoomMove move, DateTimeOffset now)
    {
        if (RoomMoves.After(room.Sheet, room.State, move, now) is not { } next)
            return false;
        var changed = await queue.WriteAsync(writer => writer.Execute(
            Change, room.Sheet.Id, room.State.Revision, next.Phase.ToString(), next.Position, next.Revision,
            Milliseconds(next.OpenedAt), Milliseconds(next.ClosesAt), Milliseconds(next.NextAt), Milliseconds(next.EndedAt)));
        if (changed == 0)
            return false;
        await signal.SendAsync(room.Sheet.Id, RoomNews.Phase);
        return true;
    }

    public async Task LockAsync(RoomSheet room, bool locked)
    {
        await queue.WriteAsync(writer => writer.Execute(Lock, room.Id, locked));
        await signal.SendAsync(room.Id, RoomNews.People);
    }

    /// <summary>For good: who was removed cannot come back.</summary>
    public async Task<bool> RemoveAsync(RoomSheet room, Guid member, DateTimeOffset now)
    {
        if (await queue.WriteAsync(writer => writer.Execute(Remove, room.Id, member, now.ToUnixTimeMilliseconds())) == 0)
            return false;
        await signal.SendAsync(room.Id, RoomNews.People);
        return true;
    }

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
