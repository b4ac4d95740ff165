using KnowledgeBase.Shell;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>A session as its owner sees it: who is there and how far they are, never what they put down.</summary>
public sealed record Session(
    Guid Id, string Title, string Candidate, InterviewState State, DateTimeOffset? PlannedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? SharedAt,
    Plan Plan, IReadOnlyList<PlannedPaper> Papers, IReadOnlyList<PanelRow> Panel, IReadOnlyList<SessionLink> Links)
{
    public string Summary { get; init; } = "";

    /// <summary>Of the question that was asked last; null: none yet.</summary>
    public int? Asking { get; init; }
    public bool CandidateIsHere { get; init; }
    public bool OwnerMayJoin { get; init; }

    /// <summary>The owner's own sheet is still open.</summary>
    public bool OwnerScores { get; init; }
    public bool SeesResults { get; init; }
    public bool MayShare { get; init; }
}

public sealed record PanelRow(Guid Learner, string Name, DateTimeOffset? SubmittedAt);

public sealed record SessionLink(InvitedAs Role, string Token, DateTimeOffset ExpiresAt);

/// <summary>A session as its candidate sees it.</summary>
public sealed record CandidateSeat(string Title, InterviewState State, DateTimeOffset? PlannedAt, bool IsShared);

internal sealed class SessionCatalog(IDbContextFactory<KnowledgeDb> databases, PaperSittings sittings, InterviewInvitations invitations, TimeProvider time)
{
    public async Task<Session> ReadAsync(Seat seat, Plan plan)
    {
        var interview = seat.Interview;
        return new(
            interview.Id, interview.Title, interview.CandidateName, InterviewRow.StateOf(interview), interview.PlannedAt, interview.StartedAt, interview.EndedAt, interview.SharedAt,
            plan, await sittings.PapersAsync(interview.Id, SiteLanguage.Current),
            [.. seat.Panel.Select(panelist => new PanelRow(panelist.LearnerId, panelist.Name, panelist.SubmittedAt))],
            [.. (await invitations.ListAsync(interview.Id, time.GetUtcNow())).Select(link => new SessionLink(link.Role, link.Token, link.ExpiresAt))])
        {
            Summary = interview.Summary,
            Asking = await AskingAsync(interview.Id),
            CandidateIsHere = interview.CandidateId is not null,
            OwnerMayJoin = seat.OwnerMayJoin,
            OwnerScores = seat.Own is { SubmittedAt: null },
            SeesResults = seat.SeesResults,
            MayShare = seat.MayShare,
        };
    }

    public async Task<int?> AskingAsync(Guid interview)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<InterviewEvent>().Where(one => one.InterviewId == interview && one.Kind == InterviewEventKind.Asked)
            .OrderByDescending(one => one.Id).Select(one => one.Position).FirstOrDefaultAsync();
    }
}
