using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Quizzes;

/// <summary>A learner's attempts, for their export and for taking along what was done as a guest.</summary>
internal sealed class AttemptRecords(QuestionBank questions, IStringLocalizer<Words> words) : ILearnerRecords
{
    public string Name => "attempts";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(attempt => attempt.LearnerId == learner)
            .OrderBy(attempt => attempt.StartedAt).ToListAsync(cancellation);
        var items = await (
            from attempt in db.Set<Attempt>()
            join item in db.Set<AttemptItem>() on attempt.Id equals item.AttemptId
            join question in db.Set<Question>() on item.QuestionId equals question.Id
            from answer in db.Set<Answer>().Where(answer => answer.AttemptId == item.AttemptId && answer.Position == item.Position).DefaultIfEmpty()
            where attempt.LearnerId == learner
            orderby item.Position
            select new
            {
                item.AttemptId,
                item.Position,
                item.VersionId,
                item.OptionOrder,
                question.Key,
                Choices = answer == null ? "" : answer.Choices,
                Confidence = answer == null ? 0 : answer.Confidence,
                Flagged = answer != null && answer.Flagged,
                SavedAt = answer == null ? (DateTimeOffset?)null : answer.SavedAt,
                item.Mark,
                item.CheckedAt,
            }).ToListAsync(cancellation);
        // Answers name things by letters of places, which mean nothing outside of this attempt.
        var kinds = (await questions.VersionsAsync([.. items.Select(item => item.VersionId).Distinct()])).ToDictionary(version => version.Id, version => version.Kind);

        var byAttempt = items.ToLookup(item => item.AttemptId);
        return attempts.Count == 0 ? null : attempts.Select(attempt => new
        {
            attempt.Id,
            paper = attempt.PaperTitle[attempt.Language],
            attempt.PaperKey,
            mode = attempt.Mode.ToString(),
            attempt.Language,
            attempt.StartedAt,
            attempt.Deadline,
            attempt.Multiplier,
            attempt.ClosedAt,
            attempt.Score,
            attempt.MaximumScore,
            answers = byAttempt[attempt.Id].Select(item => new
            {
                item.Position,
                question = item.Key,
                choices = Tokens.Translate(kinds[item.VersionId], item.OptionOrder, Choices.Read(kinds[item.VersionId], item.Choices)),
                item.Confidence,
                item.Flagged,
                item.SavedAt,
                item.Mark,
                item.CheckedAt,
            }),
        });
    }

    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) =>
        db.Set<Attempt>().CountAsync(attempt => attempt.LearnerId == learner, cancellation);

    public string Say(int count) => words[count == 1 ? "TakenAlongOne" : "TakenAlong", count];

    public Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation) => db.Set<Attempt>()
        .Where(attempt => attempt.LearnerId == guest)
        .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.LearnerId, account), cancellation);
}
