using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Reviews;

/// <summary>What a learner changes about their reviews.</summary>
internal sealed class ReviewBook(WriteQueue queue, TimeProvider time)
{
    public const int LeastCap = 5;
    public const int MostCap = 200;

    private const string Plan = """
        INSERT INTO "ReviewPlans" ("LearnerId", "DailyCap") VALUES (@p0, @p1)
        ON CONFLICT ("LearnerId") DO UPDATE SET "DailyCap" = excluded."DailyCap"
        """;

    public Task<int> CapAsync(Guid learner, int cap) => queue.WriteAsync(writer => writer.Execute(Plan, learner, cap));

    /// <summary>
    /// Takes the latest grade back: the card's date and memory are what they were before it. What the answer was stays as it is,
    /// and so does the score. Nothing happens unless that grade is still the latest: a double click takes back one.
    /// </summary>
    public Task<bool> UndoAsync(Guid learner, long grade)
    {
        var since = time.GetUtcNow() - ReviewQueue.UndoFor;
        return queue.WriteAsync(writer =>
        {
            using var db = writer.Context();
            var last = db.Set<CardGrade>().Where(one => one.LearnerId == learner && one.At >= since)
                .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).FirstOrDefault();
            if (last is null || last.Id != grade || db.Set<Card>().Find(learner, last.QuestionId) is not { } card)
                return false;

            card.Stability = last.StabilityBefore;
            card.Difficulty = last.DifficultyBefore;
            card.ReviewedAt = last.ReviewedBefore;
            card.DueAt = last.DueBefore;
            db.Remove(last);
            db.SaveChanges();
            return true;
        });
    }
}
