using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Quizzes;

/// <summary>A learner's attempts, for export and for the guest who turns out to have an account.</summary>
internal sealed class AttemptRecords(IStringLocalizer<Learners.Words> words) : ILearnerRecords
{
    public string Name => "attempts";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(attempt => attempt.LearnerId == learner)
            .OrderBy(attempt => attempt.StartedAt).ToListAsync(cancellation);
        var asked = await (
            from item in db.Set<AttemptItem>()
            join attempt in db.Set<Attempt>() on item.AttemptId equals attempt.Id
            join question in db.Set<Question>() on item.QuestionId equals question.Id
            where attempt.LearnerId == learner
            orderby item.Position
            select new { item.AttemptId, item.Position, Question = question.Key, item.OptionOrder, item.Mark }).ToListAsync(cancellation);
        var answers = await (
            from answer in db.Set<Answer>()
            join attempt in db.Set<Attempt>() on answer.AttemptId equals attempt.Id
            where attempt.LearnerId == learner
            orderby answer.Position
            select new { answer.AttemptId, answer.Position, answer.Choices, answer.Flagged, answer.SavedAt }).ToListAsync(cancellation);

        var askedIn = asked.ToLookup(item => item.AttemptId);
        var answeredIn = answers.ToLookup(answer => answer.AttemptId);
        return attempts.Select(attempt => new
        {
            attempt.Id,
            attempt.PaperKey,
            attempt.PaperTitle,
            mode = attempt.Mode.ToString(),
            attempt.Language,
            attempt.Blueprint,
            attempt.StartedAt,
            attempt.Deadline,
            attempt.Multiplier,
            attempt.ClosedAt,
            attempt.Score,
            attempt.MaximumScore,
            questions = askedIn[attempt.Id].Select(item => new { item.Position, item.Question, item.OptionOrder, item.Mark }),
            answers = answeredIn[attempt.Id].Select(answer => new { answer.Position, answer.Choices, answer.Flagged, answer.SavedAt }),
        }).ToList();
    }

    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) =>
        db.Set<Attempt>().CountAsync(attempt => attempt.LearnerId == learner, cancellation);

    public string Say(int count) => words[count == 1 ? "OneAttempt" : "Attempts", count];

    public Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation) =>
        db.Set<Attempt>().Where(attempt => attempt.LearnerId == guest)
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.LearnerId, account), cancellation);
}
