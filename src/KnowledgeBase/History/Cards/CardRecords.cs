using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.History.Cards;

/// <summary>What is kept about a learner's reviews, for their export and for taking along what was done as a guest.</summary>
internal sealed class CardRecords(IStringLocalizer<Words> words) : ILearnerRecords
{
    public string Name => "review";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var cards = await (
            from card in db.Set<Card>()
            join question in db.Set<Question>() on card.QuestionId equals question.Id
            where card.LearnerId == learner
            orderby question.Key
            select new { question = question.Key, card.LastMark, card.LastSeenAt, card.RightInARow, card.IsWrong, card.Stability, card.Difficulty, card.ReviewedAt, card.DueAt })
            .ToListAsync(cancellation);
        var grades = await (
            from grade in db.Set<CardGrade>()
            join question in db.Set<Question>() on grade.QuestionId equals question.Id
            where grade.LearnerId == learner
            orderby grade.At, grade.Id
            select new { question = question.Key, grade.Grade, grade.At }).ToListAsync(cancellation);
        var bookmarks = await (
            from bookmark in db.Set<QuestionBookmark>()
            join question in db.Set<Question>() on bookmark.QuestionId equals question.Id
            where bookmark.LearnerId == learner
            orderby bookmark.At
            select new { question = question.Key, bookmark.At }).ToListAsync(cancellation);
        var plan = await db.Set<ReviewPlan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.LearnerId == learner, cancellation);
        return cards.Count + bookmarks.Count == 0 && plan is null ? null : new { plan?.DailyCap, cards, grades, bookmarks };
    }

    // The cards come with the attempts, which say themselves how many there are.
    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) =>
        db.Set<QuestionBookmark>().CountAsync(bookmark => bookmark.LearnerId == learner, cancellation);

    public string Say(int count) => words[count == 1 ? "TakenAlongOne" : "TakenAlong", count];

    /// <summary>Of two cards on one question the one that met it last wins, and takes its grades along; the loser's go with it.</summary>
    public async Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation)
    {
        var (cards, grades, bookmarks) = (db.Set<Card>(), db.Set<CardGrade>(), db.Set<QuestionBookmark>());
        await cards.Where(card => card.LearnerId == account
                && cards.Any(other => other.LearnerId == guest && other.QuestionId == card.QuestionId && other.LastSeenAt > card.LastSeenAt))
            .ExecuteDeleteAsync(cancellation);
        await grades.Where(grade => grade.LearnerId == account && !cards.Any(card => card.LearnerId == account && card.QuestionId == grade.QuestionId))
            .ExecuteDeleteAsync(cancellation);
        await grades.Where(grade => grade.LearnerId == guest && !cards.Any(card => card.LearnerId == account && card.QuestionId == grade.QuestionId))
            .ExecuteUpdateAsync(set => set.SetProperty(grade => grade.LearnerId, account), cancellation);
        await cards.Where(card => card.LearnerId == guest && !cards.Any(other => other.LearnerId == account && other.QuestionId == card.QuestionId))
            .ExecuteUpdateAsync(set => set.SetProperty(card => card.LearnerId, account), cancellation);
        await bookmarks.Where(bookmark => bookmark.LearnerId == guest && !bookmarks.Any(other => other.LearnerId == account && other.QuestionId == bookmark.QuestionId))
            .ExecuteUpdateAsync(set => set.SetProperty(bookmark => bookmark.LearnerId, account), cancellation);
        await db.Set<ReviewPlan>().Where(plan => plan.LearnerId == guest && !db.Set<ReviewPlan>().Any(other => other.LearnerId == account))
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.LearnerId, account), cancellation);
    }
}
