using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Reads sheets: one's own, or all that are final.</summary>
internal sealed class SheetCatalog(IDbContextFactory<KnowledgeDb> databases)
{
    public async Task<Sheet> OwnAsync(Guid interview, Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        return Read(db, interview, learner);
    }

    public static Sheet Read(KnowledgeDb db, Guid interview, Guid learner) => new(
        db.Set<CriterionScore>().AsNoTracking().Where(score => score.InterviewId == interview && score.LearnerId == learner).AsEnumerable()
            .ToDictionary(score => (score.Position, score.Criterion), score => new SavedScore(score.Seq, score.Level, score.Evidence, score.SavedAt)),
        db.Set<PanelNote>().AsNoTracking().Where(note => note.InterviewId == interview && note.LearnerId == learner).AsEnumerable()
            .ToDictionary(note => note.Position, note => new SavedNote(note.Seq, note.Text, note.SavedAt)));

    /// <summary>Scores of those alone who have submitted: a draft is its writer's own, whoever asks.</summary>
    public async Task<IReadOnlyList<CriterionScore>> FinalAsync(Guid interview)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from score in db.Set<CriterionScore>()
            join panelist in db.Set<Panelist>() on new { score.InterviewId, score.LearnerId } equals new { panelist.InterviewId, panelist.LearnerId }
            where score.InterviewId == interview && panelist.SubmittedAt != null
            select score).AsNoTracking().ToListAsync();
    }
}
