using System.Globalization;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>How the candidate did on the papers of a plan: exams only, begun since the session did.</summary>
internal sealed class PaperSittings(IDbContextFactory<KnowledgeDb> databases)
{
    public async Task<IReadOnlyList<PlannedPaper>> PapersAsync(Guid interview, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var papers = await db.Set<InterviewPaper>().AsNoTracking().Where(paper => paper.InterviewId == interview).OrderBy(paper => paper.Position).ToListAsync();
        return [.. papers.Select(paper => new PlannedPaper(paper.PaperKey, paper.Title[language]))];
    }

    public async Task<IReadOnlyList<PaperSitting>> OfAsync(Guid interview, Guid? candidate, DateTimeOffset since, string language)
    {
        if (candidate is not { } learner)
            return [];
        await using var db = await databases.CreateDbContextAsync();
        var rows = await (
            from paper in db.Set<InterviewPaper>()
            join attempt in db.Set<Attempt>() on paper.PaperKey equals attempt.PaperKey
            where paper.InterviewId == interview && attempt.LearnerId == learner && attempt.Mode == AttemptMode.Exam && attempt.StartedAt >= since
            orderby attempt.StartedAt
            select new { paper.Title, attempt.StartedAt, attempt.ClosedAt, attempt.Score, attempt.MaximumScore }).AsNoTracking().ToListAsync();
        return [.. rows.Select(row => new PaperSitting(
            row.Title[language], row.StartedAt, row.ClosedAt, row is { Score: { } score, MaximumScore: > 0 and var most } ? score / most : null))];
    }
}

public sealed record PlannedPaper(string Key, string Title);

/// <param name="Share">Of the marks; null while it runs.</param>
public sealed record PaperSitting(string Title, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, double? Share)
{
    public string? Percent => Share?.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
