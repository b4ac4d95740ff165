using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>What was regraded: the authors' log, and what somebody's own review says of it.</summary>
internal sealed class RegradeCatalog(IDbContextFactory<KnowledgeDb> databases)
{
    private const int Newest = 100;

    /// <summary>Newest first.</summary>
    /// <param name="question">Null: of all questions.</param>
    public async Task<IReadOnlyList<RegradeEntry>> LogAsync(int? question = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from regrade in db.Set<Regrade>()
            where question == null || regrade.QuestionId == question
            join asked in db.Set<Question>() on regrade.QuestionId equals asked.Id
            from author in db.Set<Learner>().Where(learner => learner.Id == regrade.By).DefaultIfEmpty()
            orderby regrade.Id descending
            select new RegradeEntry(
                regrade.Id, asked.Key, regrade.Rule, regrade.Reason, regrade.At, author == null ? null : author.DisplayName,
                db.Set<RegradedMark>().Count(mark => mark.RegradeId == regrade.Id),
                db.Set<RegradedMark>().Count(mark => mark.RegradeId == regrade.Id && mark.After > mark.Before))).Take(Newest).ToListAsync();
    }

    /// <summary>In the order in which it happened; of most attempts nothing.</summary>
    public async Task<IReadOnlyList<RegradeOfAttempt>> OfAttemptAsync(Guid attempt)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from mark in db.Set<RegradedMark>()
            join regrade in db.Set<Regrade>() on mark.RegradeId equals regrade.Id
            where mark.AttemptId == attempt
            orderby regrade.Id, mark.Position
            select new RegradeOfAttempt(mark.Position, mark.Before, mark.After, regrade.At, regrade.Reason)).ToListAsync();
    }
}

/// <param name="Question"><c>section/id</c>.</param>
/// <param name="By">Null once that account is gone.</param>
/// <param name="Marks">How many changed, each in an attempt of its own.</param>
/// <param name="Up">How many of them for the better.</param>
public sealed record RegradeEntry(int Id, string Question, RegradeRule Rule, string Reason, DateTimeOffset At, string? By, int Marks, int Up);

public sealed record RegradeOfAttempt(int Position, double Before, double After, DateTimeOffset At, string Reason);
