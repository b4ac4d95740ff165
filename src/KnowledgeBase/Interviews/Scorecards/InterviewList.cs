using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Somebody's sessions, by the place they have in them.</summary>
internal sealed class InterviewList(IDbContextFactory<KnowledgeDb> databases)
{
    private const int Most = 100;

    public async Task<OwnInterviews> OfAsync(Guid? learner)
    {
        if (learner is not { } id)
            return OwnInterviews.None;
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Set<Interview>().AsNoTracking()
            .Where(one => one.OwnerId == id || one.CandidateId == id || db.Set<Panelist>().Any(panelist => panelist.InterviewId == one.Id && panelist.LearnerId == id))
            .OrderByDescending(one => one.CreatedAt).Take(Most).ToListAsync();
        var ids = rows.ConvertAll(one => one.Id);
        var panels = (await db.Set<Panelist>().AsNoTracking().Where(panelist => ids.Contains(panelist.InterviewId)).ToListAsync()).ToLookup(panelist => panelist.InterviewId);
        var seats = rows.ConvertAll(one => new Seat(one, id, [.. panels[one.Id]]));
        return new(
            Rows(seats.Where(seat => seat.IsOwner && !seat.IsSelf)),
            Rows(seats.Where(seat => !seat.IsOwner && seat.Own is not null)),
            Rows(seats.Where(seat => seat.IsCandidate && !seat.IsSelf)),
            Rows(seats.Where(seat => seat.IsSelf)));
    }

    private static List<InterviewRow> Rows(IEnumerable<Seat> seats) => [.. seats.Select(InterviewRow.Of)];
}

public sealed record OwnInterviews(
    IReadOnlyList<InterviewRow> Owned, IReadOnlyList<InterviewRow> Scored, IReadOnlyList<InterviewRow> Sat, IReadOnlyList<InterviewRow> Self)
{
    public static readonly OwnInterviews None = new([], [], [], []);
}

/// <param name="Done">Their own part is over: the sheet is final, or the report may be read.</param>
public sealed record InterviewRow(
    Guid Id, string Title, string Candidate, InterviewState State, DateTimeOffset When, int Submitted, int Panel, bool Done, bool Shared)
{
    internal static InterviewRow Of(Seat seat) => new(
        seat.Interview.Id, seat.Interview.Title, seat.Interview.CandidateName, StateOf(seat.Interview),
        seat.Interview.EndedAt ?? seat.Interview.StartedAt ?? seat.Interview.PlannedAt ?? seat.Interview.CreatedAt,
        seat.Submitted, seat.Panel.Count, seat.HasSubmitted, seat.Interview.SharedAt is not null);

    internal static InterviewState StateOf(Interview interview) => interview switch
    {
        { SharedAt: not null } => InterviewState.StateShared,
        { EndedAt: not null } => InterviewState.StateEnded,
        { StartedAt: not null } => InterviewState.StateRunning,
        _ => InterviewState.StatePlanned,
    };
}

/// <summary>Named as its words are.</summary>
public enum InterviewState
{
    StatePlanned,
    StateRunning,
    StateEnded,
    StateShared,
}
