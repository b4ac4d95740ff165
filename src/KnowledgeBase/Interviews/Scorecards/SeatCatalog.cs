using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Looks a session up together with who asks for it.</summary>
internal sealed class SeatCatalog(IDbContextFactory<KnowledgeDb> databases)
{
    /// <summary>Null: there is no such session, or they have no place in it.</summary>
    public async Task<Seat?> FindAsync(Guid id, Guid? learner)
    {
        if (learner is not { } who)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        return Find(db, id, who);
    }

    /// <summary>Also inside a write, which cannot wait.</summary>
    public static Seat? Find(KnowledgeDb db, Guid id, Guid learner)
    {
        if (db.Set<Interview>().AsNoTracking().FirstOrDefault(interview => interview.Id == id) is not { } interview)
            return null;
        var seat = new Seat(interview, learner, [.. db.Set<Panelist>().AsNoTracking().Where(panelist => panelist.InterviewId == id)
            .OrderBy(panelist => panelist.JoinedAt).ThenBy(panelist => panelist.LearnerId)]);
        return seat.IsOwner || seat.IsCandidate || seat.Own is not null ? seat : null;
    }
}
