using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>The links of a session: made and revoked by its owner, accepted by whoever was sent one.</summary>
internal sealed class InterviewInvitations(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue)
{
    public const int MostPanelists = 12;

    public async Task<IReadOnlyList<InterviewInvitation>> ListAsync(Guid interview, DateTimeOffset now)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<InterviewInvitation>().AsNoTracking().Where(one => one.InterviewId == interview && one.ExpiresAt > now).ToListAsync();
    }

    /// <summary>A new link; the old one of that kind no longer works.</summary>
    public Task<ActOutcome> MakeAsync(OwnerAct act, InvitedAs role) => ReplaceAsync(act, role, InterviewInvitation.New(act.Interview, role, act.At));

    public Task<ActOutcome> RevokeAsync(OwnerAct act, InvitedAs role) => ReplaceAsync(act, role, null);

    /// <summary>Null: no such link, revoked, or too old; nobody is told which.</summary>
    public async Task<Invited?> FindAsync(string token, DateTimeOffset now)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from invitation in db.Set<InterviewInvitation>()
            join interview in db.Set<Interview>() on invitation.InterviewId equals interview.Id
            join owner in db.Set<Learner>() on interview.OwnerId equals owner.Id
            where invitation.Token == token && invitation.ExpiresAt > now
            select new Invited(interview.Id, invitation.Role, interview.Title, owner.DisplayName, interview.PlannedAt)).FirstOrDefaultAsync();
    }

    public Task<AcceptOutcome> AcceptAsync(Invited invited, Guid learner, string name, DateTimeOffset now) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        var id = invited.Interview;
        if (db.Set<Interview>().FirstOrDefault(one => one.Id == id) is not { } interview)
            return AcceptOutcome.Over;
        var panel = db.Set<Panelist>().AsNoTracking().Where(one => one.InterviewId == id).Select(one => one.LearnerId).ToList();
        var already = invited.Role == InvitedAs.Candidate ? interview.CandidateId == learner : panel.Contains(learner);
        if (already)
            return AcceptOutcome.Accepted;
        if (interview.EndedAt is not null)
            return AcceptOutcome.Over;
        // Nobody judges themselves in front of others, and the owner joins the panel on their own page, under its rules.
        if (interview.OwnerId == learner || interview.CandidateId == learner || panel.Contains(learner))
            return AcceptOutcome.OtherPlace;
        return invited.Role == InvitedAs.Candidate ? Seat(db, interview, learner, now) : Join(db, interview, panel.Count, learner, name, now);
    });

    private static AcceptOutcome Seat(KnowledgeDb db, Interview interview, Guid learner, DateTimeOffset now)
    {
        // One statement: of two who accept at the same moment, on whichever server, one gets the chair.
        if (db.Set<Interview>().Where(one => one.Id == interview.Id && one.CandidateId == null).ExecuteUpdate(set => set.SetProperty(one => one.CandidateId, learner)) == 0)
            return AcceptOutcome.Taken;
        db.Add(new InterviewEvent { InterviewId = interview.Id, At = now, Kind = InterviewEventKind.Seated });
        db.SaveChanges();
        return AcceptOutcome.Accepted;
    }

    private static AcceptOutcome Join(KnowledgeDb db, Interview interview, int count, Guid learner, string name, DateTimeOffset now)
    {
        if (count >= MostPanelists)
            return AcceptOutcome.Full;
        db.Add(new Panelist { InterviewId = interview.Id, LearnerId = learner, Name = name, JoinedAt = now });
        db.Add(new InterviewEvent { InterviewId = interview.Id, At = now, Kind = InterviewEventKind.Joined, LearnerId = learner });
        db.SaveChanges();
        return AcceptOutcome.Accepted;
    }

    private Task<ActOutcome> ReplaceAsync(OwnerAct act, InvitedAs role, InterviewInvitation? with) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (!db.Set<Interview>().Any(one => one.Id == act.Interview && one.OwnerId == act.Owner && one.Kind == InterviewKind.Panel))
            return ActOutcome.NotTheirs;
        db.Set<InterviewInvitation>().Where(one => one.InterviewId == act.Interview && one.Role == role).ExecuteDelete();
        if (with is not null)
        {
            db.Add(with);
            db.SaveChanges();
        }
        return ActOutcome.Done;
    });
}

/// <summary>What a link that works leads to.</summary>
public sealed record Invited(Guid Interview, InvitedAs Role, string Title, string Owner, DateTimeOffset? PlannedAt);

public enum AcceptOutcome
{
    Accepted,

    /// <summary>Somebody else sits on the candidate's chair.</summary>
    Taken,

    /// <summary>They have another place in this session.</summary>
    OtherPlace,
    Full,
    Over,
}
