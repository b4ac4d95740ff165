using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Reads what single people may do differently, and what has become of a paper's rules for them.</summary>
internal sealed class PaperOverrides(IDbContextFactory<KnowledgeDb> databases)
{
    public async Task<PaperRules> RulesAsync(Paper paper, Guid? learner)
    {
        if (learner is null || paper.Scope == PaperScope.Own)
            return paper.Rules;
        await using var db = await databases.CreateDbContextAsync();
        return paper.Rules.For(await db.Set<PaperOverride>().AsNoTracking().FirstOrDefaultAsync(one => one.PaperKey == paper.Key && one.LearnerId == learner));
    }

    /// <summary>When they may begin in either mode; the same that starting asks inside its write.</summary>
    public async Task<PaperStanding> StandingAsync(Paper paper, Guid? learner, DateTimeOffset now)
    {
        var rules = await RulesAsync(paper, learner);
        await using var db = await databases.CreateDbContextAsync();
        var ended = learner is { } id ? Ended(db, id, paper.Key, rules, now) : [];
        return new(rules, ended.Count, Admission.Check(rules, AttemptMode.Exam, ended, now), Admission.Check(rules, AttemptMode.Practice, ended, now));
    }

    /// <summary>What the attempt's review may show now.</summary>
    public async Task<ReviewAccess> AccessAsync(AttemptSheet sheet, DateTimeOffset now) => (await AccessAsync(sheet.PaperKey, now))(sheet.Mode, sheet.Rules);

    /// <summary>The same for any attempt on a paper. The last of all windows counts: somebody may sit it later than the others.</summary>
    public async Task<Func<AttemptMode, PaperRules, ReviewAccess>> AccessAsync(string paper, DateTimeOffset now)
    {
        await using var db = await databases.CreateDbContextAsync();
        var others = await db.Set<PaperOverride>().Where(one => one.PaperKey == paper).MaxAsync(one => one.ClosesAt);
        return (mode, rules) => ReviewAccess.Of(mode, rules, others > rules.ClosesAt ? others : rules.ClosesAt, now);
    }

    /// <summary>When each exam ended, those included that nobody has closed yet. Not asked for where no rule needs it.</summary>
    public static IReadOnlyCollection<DateTimeOffset> Ended(KnowledgeDb db, Guid learner, string paper, PaperRules rules, DateTimeOffset now) =>
        rules is { MostAttempts: null, WaitMinutes: 0 } ? [] :
        [.. db.Set<Attempt>()
            .Where(attempt => attempt.LearnerId == learner && attempt.PaperKey == paper && attempt.Mode == AttemptMode.Exam && attempt.RetryOf == null)
            .Select(attempt => new { attempt.ClosedAt, attempt.Deadline }).ToList()
            .Select(attempt => attempt.ClosedAt ?? attempt.Deadline).OfType<DateTimeOffset>().Where(end => end <= now)];
}

/// <summary>How a paper stands for somebody.</summary>
/// <param name="Rules">With what is different for them.</param>
/// <param name="Ended">Exams sat; only where it matters.</param>
/// <param name="Exam">Null: it may begin.</param>
public sealed record PaperStanding(PaperRules Rules, int Ended, Refusal? Exam, Refusal? Practice);
