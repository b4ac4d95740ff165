using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Statistics;

/// <summary>Reads a paper's closed exams in the order of their index, one row of one attempt after the other.</summary>
internal static class PaperReading
{
    // Any bound will do: it is there so that the index is entered beyond the attempts that still run.
    private static readonly DateTimeOffset Ever = DateTimeOffset.UnixEpoch;

    public static async Task<PaperFigures> FiguresAsync(KnowledgeDb db, string paper, Sittings sittings, CancellationToken cancellation)
    {
        var last = sittings == Sittings.Last ? await LastOfEachAsync(db, paper, cancellation) : null;
        var tally = new PaperTally();
        var items = new List<SatItem>();
        Row? before = null;
        await foreach (var row in Rows(db, paper, sittings).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (before is { } previous && previous.Attempt != row.Attempt)
                Take(previous);
            items.Add(new(row.Position, row.Question, row.Version, row.Mark, row.Choices ?? ""));
            before = row;
        }
        if (before is { } final)
            Take(final);
        return tally.Figures();

        void Take(Row attempt)
        {
            if (last is null || last[attempt.Learner] == attempt.Number)
                tally.Add(attempt.Language, items);
            items.Clear();
        }
    }

    /// <summary>What would be read, at a glance and from the index alone; practice is among it, which only makes one look more often.</summary>
    /// <param name="most">Counts no further.</param>
    public static async Task<Seen> SeenAsync(KnowledgeDb db, string paper, Sittings sittings, int? most)
    {
        var closed = db.Set<Attempt>().Where(attempt => attempt.PaperKey == paper && attempt.ClosedAt >= Ever);
        if (sittings == Sittings.First)
            closed = closed.Where(attempt => attempt.Number == 1);
        if (most is { } limit)
            closed = closed.OrderBy(attempt => attempt.Number).ThenBy(attempt => attempt.ClosedAt).Take(limit);
        return await closed.GroupBy(_ => 1).Select(all => new Seen(all.Count(), all.Max(attempt => attempt.ClosedAt))).SingleOrDefaultAsync() ?? new(0, null);
    }

    private static IQueryable<Row> Rows(KnowledgeDb db, string paper, Sittings sittings)
    {
        var attempts = db.Set<Attempt>().AsNoTracking().Where(attempt => attempt.PaperKey == paper && attempt.ClosedAt >= Ever && attempt.Mode == AttemptMode.Exam);
        if (sittings == Sittings.First)
            attempts = attempts.Where(attempt => attempt.Number == 1);
        return
            from attempt in attempts
            join item in db.Set<AttemptItem>() on attempt.Id equals item.AttemptId
            from answer in db.Set<Answer>().Where(answer => answer.AttemptId == item.AttemptId && answer.Position == item.Position).DefaultIfEmpty()
            where item.Mark != null
            orderby attempt.Number, attempt.ClosedAt, attempt.Id
            select new Row(
                attempt.Id, attempt.LearnerId, attempt.Number, attempt.Language,
                item.Position, item.QuestionId, item.VersionId, item.Mark!.Value, answer!.Choices);
    }

    private static async Task<Dictionary<Guid, int>> LastOfEachAsync(KnowledgeDb db, string paper, CancellationToken cancellation)
    {
        var last = new Dictionary<Guid, int>();
        var exams = db.Set<Attempt>()
            .Where(attempt => attempt.PaperKey == paper && attempt.ClosedAt >= Ever && attempt.Mode == AttemptMode.Exam)
            .OrderBy(attempt => attempt.Number).Select(attempt => new { attempt.LearnerId, attempt.Number });
        await foreach (var exam in exams.AsAsyncEnumerable().WithCancellation(cancellation))
            last[exam.LearnerId] = exam.Number;
        return last;
    }

    /// <param name="Count">Of the closed attempts.</param>
    /// <param name="Latest">When the last of them closed.</param>
    internal sealed record Seen(int Count, DateTimeOffset? Latest);

    private readonly record struct Row(
        Guid Attempt, Guid Learner, int Number, string Language, int Position, int Question, int Version, double Mark, string? Choices);
}
