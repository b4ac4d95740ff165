using FsCheck.Xunit;
using KnowledgeBase.Interviews.Scorecards;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

/// <summary>Who may see what, for every session there can be.</summary>
public class SeatTests
{
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly Guid Candidate = Guid.NewGuid();
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Property]
    public bool Whoever_scores_sees_results_exactly_when_their_own_sheet_is_final(bool[] submitted, bool ended, bool ownerScores) =>
        Seats(submitted, ended, shared: false, ownerScores).Where(seat => seat.Own is not null).All(seat => seat.SeesResults == seat.HasSubmitted);

    [Property]
    public bool An_owner_who_does_not_score_sees_them_when_all_are_final_or_it_has_ended(bool[] submitted, bool ended)
    {
        var owner = Seats(submitted, ended, shared: false, ownerScores: false).Single(seat => seat.IsOwner);
        return owner.SeesResults == (submitted.Contains(true) && (ended || !submitted.Contains(false)));
    }

    [Property]
    public bool The_candidate_sees_the_report_exactly_while_it_is_shared_and_nothing_else(bool[] submitted, bool ended, bool shared)
    {
        var candidate = Seats(submitted, ended, shared, ownerScores: false).Single(seat => seat.IsCandidate);
        return candidate.SeesReport == shared && candidate is { SeesResults: false, SeesPanel: false, MayShare: false, OwnerMayJoin: false };
    }

    [Property]
    public bool Nobody_can_see_results_first_and_score_afterwards(bool[] submitted, bool ended, bool ownerScores) =>
        Seats(submitted, ended, shared: false, ownerScores).All(seat => !(seat.SeesResults && (seat.OwnerMayJoin || seat.Own is { SubmittedAt: null })));

    private static IEnumerable<Seat> Seats(bool[] submitted, bool ended, bool shared, bool ownerScores)
    {
        var interview = new Interview
        {
            Id = Guid.NewGuid(),
            OwnerId = Owner,
            CandidateId = Candidate,
            Kind = InterviewKind.Panel,
            Title = "",
            CandidateName = "",
            CreatedAt = Now,
            StartedAt = Now,
            EndedAt = ended ? Now : null,
            SharedAt = shared ? Now : null,
        };
        Panelist[] panel = [.. submitted.Select((final, index) => new Panelist
        {
            InterviewId = interview.Id,
            LearnerId = ownerScores && index == 0 ? Owner : Guid.NewGuid(),
            Name = "",
            JoinedAt = Now,
            SubmittedAt = final ? Now : null,
        })];
        return panel.Select(panelist => panelist.LearnerId).Append(Owner).Append(Candidate).Distinct().Select(learner => new Seat(interview, learner, panel));
    }
}
