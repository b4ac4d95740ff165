using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Judges closed attempts anew: shown first, then done as it was shown or not at all, and written down.</summary>
internal sealed class Regrading(IDbContextFactory<KnowledgeDb> databases, QuestionBank bank, WriteQueue queue, TimeProvider time, IEnumerable<AttemptsRegraded> listeners)
{
    private const string Mark = """UPDATE "AttemptItems" SET "Mark" = @p2 WHERE "AttemptId" = @p0 AND "Position" = @p1""";
    private const string Score = """UPDATE "Attempts" SET "Score" = @p1 WHERE "Id" = @p0""";
    private const string Log = """INSERT INTO "RegradedMarks" ("RegradeId", "AttemptId", "Position", "Before", "After") VALUES (@p0, @p1, @p2, @p3, @p4)""";

    private readonly AttemptsRegraded[] _listeners = [.. listeners];

    public async Task<RegradePlan> PreviewAsync(RegradeWish wish)
    {
        await using var db = await databases.CreateDbContextAsync();
        return RegradeReading.Plan(db, wish, await CurrentAsync(wish.QuestionId));
    }

    /// <param name="fingerprint">Of the plan that was shown.</param>
    /// <returns>The regrade's number; null if by now it would do something else, or nothing.</returns>
    public async Task<int?> ApplyAsync(RegradeWish wish, string fingerprint, Guid? by)
    {
        var current = await CurrentAsync(wish.QuestionId);
        var at = time.GetUtcNow();
        return await queue.WriteAsync(writer =>
        {
            using var db = writer.Context();
            var plan = RegradeReading.Plan(db, wish, current);
            if (plan.Changes.Count == 0 || plan.Fingerprint != fingerprint)
                return (int?)null;

            var regrade = new Regrade { QuestionId = wish.QuestionId, Rule = wish.Rule, Reason = wish.Reason, At = at, By = by };
            db.Add(regrade);
            db.SaveChanges();
            Carry(writer, regrade.Id, plan.Changes);
            return regrade.Id;
        });
    }

    private void Carry(Writer writer, int regrade, IReadOnlyList<RegradeChange> changes)
    {
        foreach (var change in changes)
        {
            writer.Execute(Mark, change.Attempt, change.Position, change.After);
            if (change.ScoreAfter != change.ScoreBefore)
                writer.Execute(Score, change.Attempt, change.ScoreAfter);
            writer.Execute(Log, regrade, change.Attempt, change.Position, change.Before, change.After);
        }
        var papers = changes.Select(change => change.Paper).ToHashSet(StringComparer.Ordinal);
        foreach (var listener in _listeners)
            listener(writer, papers);
    }

    private async Task<QuestionVersion> CurrentAsync(int question)
    {
        await using var db = await databases.CreateDbContextAsync();
        var id = await db.Set<Question>().Where(one => one.Id == question).Select(one => one.CurrentVersion).SingleAsync();
        return (await bank.VersionsAsync([id]))[0];
    }
}
