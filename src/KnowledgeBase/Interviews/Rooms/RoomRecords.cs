using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>The rooms a learner opened or was in, for their export and for taking along what was done as a guest.</summary>
internal sealed class RoomRecords(IStringLocalizer<Words> words) : ILearnerRecords
{
    public string Name => "rooms";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var hosted = await db.Set<Room>().AsNoTracking().Where(room => room.HostId == learner).OrderBy(room => room.CreatedAt)
            .Select(room => new { room.Code, room.PaperKey, room.CreatedAt, room.EndedAt }).ToListAsync(cancellation);
        var joined = await (
            from member in db.Set<RoomMember>()
            join room in db.Set<Room>() on member.RoomId equals room.Id
            where member.LearnerId == learner
            orderby member.JoinedAt
            select new { room.Id, room.Code, room.PaperKey, member.Name, member.JoinedAt, member.FromQuestion, member.RemovedAt, member.AttemptId }).ToListAsync(cancellation);
        var answers = (await db.Set<RoomAnswer>().AsNoTracking().Where(answer => answer.LearnerId == learner).OrderBy(answer => answer.Position).ToListAsync(cancellation))
            .ToLookup(answer => answer.RoomId);
        return hosted.Count + joined.Count == 0 ? null : new
        {
            hosted,
            joined = joined.Select(one => new
            {
                one.Code,
                one.PaperKey,
                one.Name,
                one.JoinedAt,
                one.FromQuestion,
                one.RemovedAt,
                one.AttemptId,
                answers = answers[one.Id].Select(answer => new { answer.Position, answer.Choices, answer.ReceivedAt, answer.Milliseconds, answer.Mark, answer.Points }),
            }),
        };
    }

    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) =>
        db.Set<RoomMember>().CountAsync(member => member.LearnerId == learner, cancellation);

    public string Say(int count) => words[count == 1 ? "TakenAlongOne" : "TakenAlong", count];

    // Who was in a room as both becomes one: the account's name and answers stand, the guest's fill the gaps, and one who was
    // removed does not come back as the other.
    public async Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation)
    {
        var answers = db.Set<RoomAnswer>();
        await answers.Where(answer => answer.LearnerId == guest && answers.Any(other => other.LearnerId == account && other.RoomId == answer.RoomId && other.Position == answer.Position))
            .ExecuteDeleteAsync(cancellation);
        await answers.Where(answer => answer.LearnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.LearnerId, account), cancellation);

        var members = db.Set<RoomMember>();
        var both = await members.AsNoTracking().Where(member => member.LearnerId == guest && members.Any(other => other.LearnerId == account && other.RoomId == member.RoomId))
            .ToListAsync(cancellation);
        foreach (var one in both)
        {
            await members.Where(member => member.LearnerId == account && member.RoomId == one.RoomId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(member => member.FromQuestion, member => member.FromQuestion < one.FromQuestion ? member.FromQuestion : one.FromQuestion)
                    .SetProperty(member => member.RemovedAt, member => member.RemovedAt ?? one.RemovedAt)
                    .SetProperty(member => member.AttemptId, member => member.AttemptId ?? one.AttemptId),
                cancellation);
            await members.Where(member => member.LearnerId == guest && member.RoomId == one.RoomId).ExecuteDeleteAsync(cancellation);
        }
        await members.Where(member => member.LearnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(member => member.LearnerId, account), cancellation);
    }
}
