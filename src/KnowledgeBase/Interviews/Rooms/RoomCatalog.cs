using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Reads rooms. The database is the truth: what changes is read anew each time.</summary>
internal sealed class RoomCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionBank questions) : IDisposable
{
    private const int MostKept = 500;

    private readonly MemoryCache _sheets = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Null if there is none with this code.</summary>
    public async Task<LiveRoom?> FindAsync(string? typed)
    {
        if (RoomCode.Read(typed) is not { } code)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        return await LiveAsync(db, await db.Set<Room>().AsNoTracking().FirstOrDefaultAsync(room => room.Code == code));
    }

    public async Task<LiveRoom?> FindAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await LiveAsync(db, await db.Set<Room>().AsNoTracking().FirstOrDefaultAsync(room => room.Id == id));
    }

    /// <summary>Only for its host; null if it is somebody else's.</summary>
    public async Task<LiveRoom?> HostedAsync(string? typed, Guid? host) =>
        host is { } id && await FindAsync(typed) is { } room && room.Sheet.HostId == id ? room : null;

    public async Task<RoomMember?> MemberAsync(Guid room, Guid? learner)
    {
        if (learner is not { } id)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<RoomMember>().AsNoTracking().FirstOrDefaultAsync(member => member.RoomId == room && member.LearnerId == id);
    }

    /// <summary>Null if the room is gone.</summary>
    public async Task<RoomSnapshot?> SnapshotAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await LiveAsync(db, await db.Set<Room>().AsNoTracking().FirstOrDefaultAsync(room => room.Id == id)) is not { } live)
            return null;
        var members = await db.Set<RoomMember>().AsNoTracking().Where(member => member.RoomId == id && member.RemovedAt == null).ToListAsync();
        var (told, current) = (live.State.Told, live.State.Position);
        var points = told == 0 ? [] : await db.Set<RoomAnswer>().Where(answer => answer.RoomId == id && answer.Position <= told)
            .GroupBy(answer => answer.LearnerId).Select(group => new { group.Key, Points = group.Sum(answer => answer.Points) })
            .ToDictionaryAsync(one => one.Key, one => one.Points);
        var given = current == 0 ? [] : await db.Set<RoomAnswer>().Where(answer => answer.RoomId == id && answer.Position == current)
            .Select(answer => new { answer.LearnerId, Given = new RoomGiven(answer.Choices, answer.Mark, answer.Points) })
            .ToDictionaryAsync(one => one.LearnerId, one => one.Given);
        return RoomSnapshot.Of(live, members, points, given);
    }

    /// <summary>Rooms of one's own and rooms one was in, newest first.</summary>
    public async Task<IReadOnlyList<MyRoom>> MineAsync(Guid? learner, string language)
    {
        if (learner is not { } id)
            return [];
        await using var db = await databases.CreateDbContextAsync();
        var rooms = await db.Set<Room>().AsNoTracking()
            .Where(room => room.HostId == id || db.Set<RoomMember>().Any(member => member.RoomId == room.Id && member.LearnerId == id && member.RemovedAt == null))
            .OrderByDescending(room => room.CreatedAt).Take(50)
            .Select(room => new { Room = room, Members = db.Set<RoomMember>().Count(member => member.RoomId == room.Id && member.RemovedAt == null) }).ToListAsync();
        return [.. rooms.Select(one => new MyRoom(one.Room.Code, one.Room.Title[language], one.Room.HostId == id, one.Room.Phase, one.Room.CreatedAt, one.Members))];
    }

    public void Dispose() => _sheets.Dispose();

    private async ValueTask<LiveRoom?> LiveAsync(KnowledgeDb db, Room? room) => room is null ? null : new(
        _sheets.Get<RoomSheet>(room.Id) ?? await SheetAsync(db, room),
        new(room.Phase, room.Position, room.Revision, room.Locked, room.OpenedAt, room.ClosesAt, room.NextAt, room.ExpiresAt, room.EndedAt));

    private async Task<RoomSheet> SheetAsync(KnowledgeDb db, Room room)
    {
        var items = await (
            from item in db.Set<RoomItem>()
            join question in db.Set<Question>() on item.QuestionId equals question.Id
            where item.RoomId == room.Id
            orderby item.Position
            select new { item.Position, item.VersionId, item.OptionOrder, question.Section }).ToListAsync();
        var versions = await questions.VersionsAsync([.. items.Select(item => item.VersionId)]);
        var sheet = new RoomSheet(
            room.Id, room.Code, room.HostId, room.ScreenKey, room.PaperKey, room.Title, room.Seed, room.Rules, room.Scoring, room.Pace,
            room.SecondsPerQuestion, room.RevealSeconds, room.CreatedAt,
            [.. items.Zip(versions, (item, version) => new SheetItem(item.Position, item.Section, version, item.OptionOrder))]);
        return _sheets.Set(room.Id, sheet, new MemoryCacheEntryOptions { Size = 1 });
    }
}

/// <summary>A room in somebody's list.</summary>
public sealed record MyRoom(string Code, string Title, bool Hosted, RoomPhase Phase, DateTimeOffset CreatedAt, int Members);
