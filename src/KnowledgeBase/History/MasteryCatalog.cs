using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>
/// Mastery of a chapter: each of its questions counts with its mark in the latest closed attempt that asked it (unanswered
/// is 0), averaged over the questions met so far. How many that is of how many always stands beside it, since nine tenths
/// of two questions is no mastery. What was taken out of the book does not count.
/// </summary>
internal sealed class MasteryCatalog(QuestionChapters questions)
{
    /// <summary>Nobody's page gets slower with the years: answers older than the latest so many are forgotten.</summary>
    public const int LatestAnswers = 10_000;

    public async Task<IReadOnlyList<ChapterMastery>> ReadAsync(KnowledgeDb db, Guid learner)
    {
        var edition = await questions.CurrentAsync();
        var marks = await LatestMarksAsync(db, learner, edition.ChapterOf);
        return [.. edition.Outline.Chapters.Where(chapter => edition.Questions.ContainsKey(chapter.Slug)).Select(chapter =>
        {
            var met = marks[chapter.Slug].ToList();
            return new ChapterMastery(chapter.Slug, chapter.Title, met.Count, edition.Questions[chapter.Slug], met.Count == 0 ? null : met.Average());
        })];
    }

    /// <summary>By chapter, the latest mark of every question met. Reads newest first and stops when all are known.</summary>
    private static async Task<ILookup<string, double>> LatestMarksAsync(KnowledgeDb db, Guid learner, IReadOnlyDictionary<int, string> chapterOf)
    {
        var answers = db.ClosedOf(learner)
            .Join(db.Set<AttemptItem>(), attempt => attempt.Id, item => item.AttemptId, (attempt, item) => new { attempt.ClosedAt, item.QuestionId, item.Mark })
            .OrderByDescending(answer => answer.ClosedAt)
            .Take(LatestAnswers)
            .Select(answer => new { answer.QuestionId, answer.Mark });

        var latest = new Dictionary<int, double>();
        await foreach (var answer in answers.AsAsyncEnumerable())
        {
            if (chapterOf.ContainsKey(answer.QuestionId) && latest.TryAdd(answer.QuestionId, answer.Mark ?? 0) && latest.Count == chapterOf.Count)
                break;
        }
        return latest.ToLookup(mark => chapterOf[mark.Key], mark => mark.Value, StringComparer.Ordinal);
    }
}
