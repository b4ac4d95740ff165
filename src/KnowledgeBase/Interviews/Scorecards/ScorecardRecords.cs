using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>
/// A learner's sessions: what they planned, what they wrote on their own sheets, and as a candidate what is shared with them.
/// Nobody's export holds another's scores.
/// </summary>
internal sealed class ScorecardRecords(PlanCatalog plans, SheetCatalog sheets, IStringLocalizer<Words> words) : ILearnerRecords
{
    public string Name => "scorecards";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var mine = await db.Set<Interview>().AsNoTracking()
            .Where(one => one.OwnerId == learner || one.CandidateId == learner || db.Set<Panelist>().Any(panelist => panelist.InterviewId == one.Id && panelist.LearnerId == learner))
            .OrderBy(one => one.CreatedAt).ToListAsync(cancellation);
        var exported = new List<object>();
        foreach (var seat in mine.Select(one => SeatCatalog.Find(db, one.Id, learner)).OfType<Seat>())
            exported.Add(await ExportAsync(db, seat));
        return exported.Count == 0 ? null : exported;
    }

    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) =>
        db.Set<Interview>().CountAsync(one => one.OwnerId == learner || one.CandidateId == learner, cancellation);

    public string Say(int count) => words[count == 1 ? "TakenAlongOne" : "TakenAlong", count];

    /// <summary>A guest can own a self-assessment and sit on a candidate's chair, nothing else.</summary>
    public async Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation)
    {
        await db.Set<Interview>().Where(one => one.OwnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(one => one.OwnerId, account), cancellation);
        // Whoever scores a session or leads it cannot be its candidate; then the chair is free again.
        await db.Set<Interview>()
            .Where(one => one.CandidateId == guest && one.Kind == InterviewKind.Panel
                && (one.OwnerId == account || db.Set<Panelist>().Any(panelist => panelist.InterviewId == one.Id && panelist.LearnerId == account)))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.CandidateId, (Guid?)null).SetProperty(one => one.SharedAt, (DateTimeOffset?)null), cancellation);
        await db.Set<Interview>().Where(one => one.CandidateId == guest).ExecuteUpdateAsync(set => set.SetProperty(one => one.CandidateId, account), cancellation);

        var places = await db.Set<Panelist>().AsNoTracking().Where(one => one.LearnerId == guest).ToListAsync(cancellation);
        // The scores hang on the place, so the new place comes first.
        db.AddRange(places.Select(place => new Panelist { InterviewId = place.InterviewId, LearnerId = account, Name = place.Name, JoinedAt = place.JoinedAt, SubmittedAt = place.SubmittedAt }));
        await db.SaveChangesAsync(cancellation);
        await db.Set<CriterionScore>().Where(one => one.LearnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(one => one.LearnerId, account), cancellation);
        await db.Set<PanelNote>().Where(one => one.LearnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(one => one.LearnerId, account), cancellation);
        await db.Set<InterviewEvent>().Where(one => one.LearnerId == guest).ExecuteUpdateAsync(set => set.SetProperty(one => one.LearnerId, (Guid?)account), cancellation);
        await db.Set<Panelist>().Where(one => one.LearnerId == guest).ExecuteDeleteAsync(cancellation);
    }

    private async Task<object> ExportAsync(KnowledgeDb db, Seat seat)
    {
        var interview = seat.Interview;
        var plan = await plans.OfAsync(interview.Id, Shell.SiteLanguage.Current);
        var own = seat.Own is null ? null : SheetCatalog.Read(db, interview.Id, seat.Learner);
        var results = seat.IsCandidate && interview.SharedAt is not null ? PanelResults.Of(plan, seat.Panel, await sheets.FinalAsync(interview.Id)) : null;
        return new
        {
            interview.Id,
            kind = interview.Kind.ToString(),
            interview.Title,
            role = seat.IsOwner ? "owner" : seat.Own is not null ? "interviewer" : "candidate",
            interview.CreatedAt,
            interview.PlannedAt,
            interview.StartedAt,
            interview.EndedAt,
            interview.SharedAt,
            candidate = seat.IsOwner ? interview.CandidateName : null,
            summary = seat.IsOwner || results is not null ? interview.Summary : null,
            // A candidate learns the questions by being asked them.
            questions = seat.SeesPanel || results is not null ? plan.Questions.Select(question => question.Said) : null,
            submittedAt = seat.Own?.SubmittedAt,
            scores = own?.Scores.Select(one => new { one.Key.Position, criterion = one.Key.Criterion, one.Value.Level, one.Value.Evidence, one.Value.SavedAt }),
            notes = own?.Notes.Select(one => new { position = one.Key, one.Value.Text, one.Value.SavedAt }),
            report = results?.Questions.SelectMany(question => question.Criteria.Select(criterion => new { question.Question.Position, criterion = criterion.Criterion.Name, criterion.Median })),
        };
    }
}
