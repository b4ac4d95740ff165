using System.Globalization;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Lets people in, once each, however many devices they come with.</summary>
internal sealed class RoomJoining(WriteQueue queue, Database database, IRoomSignal signal)
{
    public const int MostMembers = 2_000;

    // Whoever changes the phase on another server waits until it is settled from which question on they take part.
    private const string Hold = """SELECT "Id" FROM "Rooms" WHERE "Id" = @p0 FOR SHARE""";

    /// <summary>Null: they are in.</summary>
    public async Task<RoomRefusal?> JoinAsync(RoomSheet sheet, Guid learner, string name, string language, DateTimeOffset now)
    {
        var (refusal, isNew) = await queue.WriteAsync(writer => Join(writer, sheet, learner, name, language, now));
        if (isNew)
            await signal.SendAsync(sheet.Id, RoomNews.People);
        return refusal;
    }

    /// <summary>What can be said before anybody becomes a guest.</summary>
    public static RoomRefusal? Check(RoomState state, DateTimeOffset now) =>
        state.IsOver(now) ? RoomRefusal.Ended : state.Locked ? RoomRefusal.Locked : null;

    private (RoomRefusal? Refusal, bool IsNew) Join(Writer writer, RoomSheet sheet, Guid learner, string name, string language, DateTimeOffset now)
    {
        if (database.IsPostgres)
            writer.Execute(Hold, sheet.Id);
        using var db = writer.Context();
        if (db.Set<RoomMember>().AsNoTracking().FirstOrDefault(member => member.RoomId == sheet.Id && member.LearnerId == learner) is { } known)
            return (known.RemovedAt is null ? null : RoomRefusal.Removed, false);

        var room = db.Set<Room>().AsNoTracking().Single(one => one.Id == sheet.Id);
        if (room.EndedAt is not null || room.ExpiresAt <= now)
            return (RoomRefusal.Ended, false);
        if (room.Locked)
            return (RoomRefusal.Locked, false);
        var members = db.Set<RoomMember>().Where(member => member.RoomId == sheet.Id);
        if (members.Count() >= MostMembers)
            return (RoomRefusal.Full, false);

        // Two of one name would not find themselves on the board.
        var shown = name;
        for (var i = 2; i < 100 && members.Any(member => member.Name == shown); i++)
            shown = string.Create(CultureInfo.InvariantCulture, $"{name} ({i})");
        db.Add(new RoomMember
        {
            RoomId = sheet.Id,
            LearnerId = learner,
            Name = shown,
            Language = language,
            JoinedAt = now,
            FromQuestion = room.Phase switch { RoomPhase.Lobby => 1, RoomPhase.Asking => room.Position, _ => room.Position + 1 },
        });
        db.SaveChanges();
        return (null, true);
    }
}

public enum RoomRefusal
{
    Unknown,
    Ended,
    Locked,
    Removed,
    Full,

    /// <summary>Their name is missing or too long.</summary>
    Name,

    /// <summary>Too many wrong codes from where they are.</summary>
    Wait,
}
