using KnowledgeBase.History.Cards;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Reviews;

/// <summary>What a learner should be asked today. Questions taken out of the book are never due.</summary>
internal sealed class ReviewQueue(IDbContextFactory<KnowledgeDb> databases, QuestionChapters questions, QuestionBank bank, TimeProvider time)
{
    /// <summary>A grade can be taken back this long.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromDays(1);

    /// <summary>How many are still to be asked today.</summary>
    public async Task<int> DueAsync(Guid learner) => (await KeysAsync(learner)).Length;

    /// <summary>The same ones, the longest due first.</summary>
    public async Task<string[]> KeysAsync(Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var due = await FallingDueAsync(db, learner, now);
        // Whoever has nothing due is asked no more about; this runs whenever somebody opens the home page.
        return due.Count == 0 ? [] : [.. due.Take((await CapAsync(db, learner, now)).Left).Select(card => card.Key)];
    }

    public async Task<ReviewDay> TodayAsync(Guid learner, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var today = Date(CardState.Day(now));
        var falling = await FallingDueAsync(db, learner, CardState.Day(now).AddDays(Forecast.Days - 1));
        var cap = await CapAsync(db, learner, now);
        var due = falling.Count(card => card.DueAt <= now);
        return new()
        {
            Due = due,
            ToAsk = Math.Min(due, cap.Left),
            Done = cap.Done,
            Cap = cap.Most,
            Kept = await db.Set<Card>().CountAsync(card => card.LearnerId == learner && card.DueAt != null),
            Forecast = Forecast.Of(today, falling.Select(card => Date(card.DueAt)), cap.Most, cap.Left),
            Running = await db.RunningOf(learner).Where(attempt => attempt.PaperKey == PickedQuestions.Review)
                .OrderByDescending(attempt => attempt.StartedAt).Select(attempt => (Guid?)attempt.Id).FirstOrDefaultAsync(),
            Last = await LastAsync(db, learner, now, language),
        };
    }

    /// <summary>In the order they fall due; those of one day in the order of the book's keys, which is the same on every machine.</summary>
    private async Task<List<(string Key, DateTimeOffset DueAt)>> FallingDueAsync(KnowledgeDb db, Guid learner, DateTimeOffset until)
    {
        var cards = await db.Set<Card>().Where(card => card.LearnerId == learner && card.DueAt <= until)
            .Select(card => new { card.QuestionId, DueAt = card.DueAt!.Value }).ToListAsync();
        if (cards.Count == 0)
            return [];
        var known = (await questions.CurrentAsync()).ById;
        return [.. cards.Where(card => known.ContainsKey(card.QuestionId)).Select(card => (known[card.QuestionId].Key, card.DueAt))
            .OrderBy(card => card.DueAt).ThenBy(card => card.Key, StringComparer.Ordinal)];
    }

    /// <summary>What was due and has been answered today, in a review or in any quiz, counts towards the cap.</summary>
    private static async Task<Allowance> CapAsync(KnowledgeDb db, Guid learner, DateTimeOffset now)
    {
        var morning = CardState.Day(now);
        var most = await db.Set<ReviewPlan>().Where(plan => plan.LearnerId == learner).Select(plan => (int?)plan.DailyCap).FirstOrDefaultAsync();
        var done = await db.Set<CardGrade>().CountAsync(grade => grade.LearnerId == learner && grade.At >= morning && grade.DueBefore <= grade.At);
        return new(most ?? ReviewPlan.DefaultCap, done);
    }

    private async Task<LastGrade?> LastAsync(KnowledgeDb db, Guid learner, DateTimeOffset now, string language)
    {
        var since = now - UndoFor;
        var last = await (
            from grade in db.Set<CardGrade>()
            join question in db.Set<Question>() on grade.QuestionId equals question.Id
            where grade.LearnerId == learner && grade.At >= since
            orderby grade.At descending, grade.Id descending
            select new { grade.Id, grade.Grade, grade.At, question.CurrentVersion }).FirstOrDefaultAsync();
        if (last is null)
            return null;
        var body = (await bank.VersionsAsync([last.CurrentVersion]))[0].Body;
        return new(last.Id, (Grade)last.Grade == Grade.Again, last.At, body.Stem[language], body.HasMath);
    }

    private static DateOnly Date(DateTimeOffset midnight) => DateOnly.FromDateTime(midnight.UtcDateTime);

    private sealed record Allowance(int Most, int Done)
    {
        public int Left => Math.Max(0, Most - Done);
    }
}
