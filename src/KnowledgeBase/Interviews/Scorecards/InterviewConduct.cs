using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What the owner does with a session. Every act names its owner: for anybody else the session does not exist.</summary>
internal sealed class InterviewConduct(WriteQueue queue)
{
    public Task<ActOutcome> BeginAsync(OwnerAct act) => DoAsync(act, (_, interview) =>
    {
        if (interview.StartedAt is not null)
            return null;
        interview.StartedAt = act.At;
        return InterviewEventKind.Began;
    });

    public Task<ActOutcome> AskAsync(OwnerAct act, int position) => WriteAsync(act, (db, seat) =>
    {
        if (seat.Interview is not { StartedAt: not null, EndedAt: null } || !db.Set<InterviewQuestion>().Any(one => one.InterviewId == act.Interview && one.Position == position))
            return false;
        db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = InterviewEventKind.Asked, Position = position });
        return true;
    });

    public Task<ActOutcome> EndAsync(OwnerAct act) => DoAsync(act, (_, interview) =>
    {
        if (interview is not { StartedAt: not null, EndedAt: null })
            return null;
        interview.EndedAt = act.At;
        return InterviewEventKind.Ended;
    });

    public Task<ActOutcome> ShareAsync(OwnerAct act) => DoAsync(act, (seat, interview) =>
    {
        if (!seat.MayShare)
            return null;
        interview.SharedAt = act.At;
        return InterviewEventKind.Shared;
    });

    public Task<ActOutcome> UnshareAsync(OwnerAct act) => DoAsync(act, (_, interview) => Unshare(interview));

    public Task<ActOutcome> SummariseAsync(OwnerAct act, string summary) => WriteAsync(act, (db, seat) =>
    {
        db.Attach(seat.Interview).Entity.Summary = summary;
        return true;
    });

    /// <summary>Gives a final sheet back to its writer. It takes part in nothing until it is submitted again, and neither does its writer.</summary>
    public Task<ActOutcome> ReopenAsync(OwnerAct act, Guid panelist) => WriteAsync(act, (db, seat) =>
    {
        if (seat.Panel.FirstOrDefault(one => one.LearnerId == panelist) is not { SubmittedAt: not null } reopened)
            return false;
        db.Attach(reopened).Entity.SubmittedAt = null;
        db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = InterviewEventKind.Reopened, LearnerId = panelist });
        if (Unshare(db.Attach(seat.Interview).Entity) is { } unshared)
            db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = unshared });
        return true;
    });

    /// <summary>Only a sheet that is not final: what somebody has submitted cannot be made to vanish.</summary>
    public Task<ActOutcome> RemoveAsync(OwnerAct act, Guid panelist) => WriteAsync(act, (db, _) =>
    {
        if (db.Set<Panelist>().Where(one => one.InterviewId == act.Interview && one.LearnerId == panelist && one.SubmittedAt == null).ExecuteDelete() == 0)
            return false;
        db.Set<InterviewEvent>().Where(one => one.InterviewId == act.Interview && one.LearnerId == panelist).ExecuteDelete();
        return true;
    });

    public Task<ActOutcome> TakePartAsync(OwnerAct act, string name) => WriteAsync(act, (db, seat) =>
    {
        if (!seat.OwnerMayJoin || seat.Panel.Count >= InterviewInvitations.MostPanelists)
            return false;
        db.Add(new Panelist { InterviewId = act.Interview, LearnerId = act.Owner, Name = name, JoinedAt = act.At });
        db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = InterviewEventKind.Joined, LearnerId = act.Owner });
        return true;
    });

    /// <summary>Somebody else sat down on the candidate's chair; whoever comes next does not find a report meant for them.</summary>
    public Task<ActOutcome> VacateAsync(OwnerAct act) => WriteAsync(act, (db, seat) =>
    {
        if (seat.Interview.CandidateId is null)
            return false;
        var interview = db.Attach(seat.Interview).Entity;
        interview.CandidateId = null;
        if (Unshare(interview) is { } unshared)
            db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = unshared });
        return true;
    });

    /// <summary>A self-assessment too: it is its owner's.</summary>
    public Task<ActOutcome> DeleteAsync(OwnerAct act) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        return db.Set<Interview>().Where(interview => interview.Id == act.Interview && interview.OwnerId == act.Owner).ExecuteDelete() == 1 ? ActOutcome.Done : ActOutcome.NotTheirs;
    });

    private static InterviewEventKind? Unshare(Interview interview)
    {
        if (interview.SharedAt is null)
            return null;
        interview.SharedAt = null;
        return InterviewEventKind.Unshared;
    }

    private Task<ActOutcome> DoAsync(OwnerAct act, Func<Seat, Interview, InterviewEventKind?> change) => WriteAsync(act, (db, seat) =>
    {
        if (change(seat, db.Attach(seat.Interview).Entity) is not { } happened)
            return false;
        db.Add(new InterviewEvent { InterviewId = act.Interview, At = act.At, Kind = happened });
        return true;
    });

    private Task<ActOutcome> WriteAsync(OwnerAct act, Func<KnowledgeDb, Seat, bool> change) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (SeatCatalog.Find(db, act.Interview, act.Owner) is not { IsOwner: true, IsSelf: false } seat)
            return ActOutcome.NotTheirs;
        if (!change(db, seat))
            return ActOutcome.Refused;
        db.SaveChanges();
        return ActOutcome.Done;
    });
}

internal sealed record OwnerAct(Guid Interview, Guid Owner, DateTimeOffset At);

internal enum ActOutcome
{
    Done,

    /// <summary>Not now: the session is not there yet, or past it.</summary>
    Refused,
    NotTheirs,
}
