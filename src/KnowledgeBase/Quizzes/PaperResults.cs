using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>What somebody's exams on each paper come to by the paper's own rule: the best, the first, the last or the average.</summary>
internal sealed class PaperResults(IDbContextFactory<KnowledgeDb> databases)
{
    /// <summary>Shares of the marks, at most 1, by key; a paper that was not sat is missing.</summary>
    public async Task<IReadOnlyDictionary<string, double>> OfAsync(Guid learner, IReadOnlyList<Paper> papers)
    {
        await using var db = await databases.CreateDbContextAsync();
        var exams = db.Set<Attempt>().Where(attempt => attempt.LearnerId == learner && attempt.Mode == AttemptMode.Exam && attempt.RetryOf == null
            && attempt.ClosedAt != null && attempt.Score != null && attempt.MaximumScore > 0);
        if (papers is [var only])
            exams = exams.Where(attempt => attempt.PaperKey == only.Key);
        var sums = await exams.GroupBy(attempt => attempt.PaperKey).Select(group => new
        {
            group.Key,
            Best = group.Max(attempt => attempt.Score!.Value / attempt.MaximumScore),
            Average = group.Average(attempt => attempt.Score!.Value / attempt.MaximumScore),
        }).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal);

        // Few papers count the first or the last one, so only theirs are read.
        string[] ordered = [.. papers.Where(paper => paper.Rules.Counted is CountedScore.First or CountedScore.Last && sums.ContainsKey(paper.Key)).Select(paper => paper.Key)];
        var inOrder = ordered.Length == 0 ? [] : (await exams.Where(attempt => ordered.Contains(attempt.PaperKey))
            .OrderBy(attempt => attempt.StartedAt)
            .Select(attempt => new { attempt.PaperKey, Share = attempt.Score!.Value / attempt.MaximumScore }).ToListAsync())
            .GroupBy(row => row.PaperKey, row => row.Share, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

        return papers.Where(paper => sums.ContainsKey(paper.Key)).ToDictionary(
            paper => paper.Key,
            paper => paper.Rules.Counted switch
            {
                CountedScore.First => inOrder[paper.Key][0],
                CountedScore.Last => inOrder[paper.Key][^1],
                CountedScore.Average => sums[paper.Key].Average,
                _ => sums[paper.Key].Best,
            }, StringComparer.Ordinal);
    }
}
