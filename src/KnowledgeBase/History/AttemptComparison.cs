using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>Puts two sittings of one paper side by side.</summary>
internal sealed class AttemptComparison(IDbContextFactory<KnowledgeDb> databases, QuestionBank bank, Book book, PaperOverrides overrides, TimeProvider time)
{
    /// <summary>How many other sittings one can choose from.</summary>
    private const int MostOthers = 50;

    /// <param name="other">Null: the sitting before.</param>
    /// <returns>Null if there is no such pair of this learner's, or their marks may not be seen (yet).</returns>
    public async Task<Comparison?> ReadAsync(Guid learner, Guid one, Guid? other, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ClosedOf(learner).Where(attempt => attempt.Id == one && attempt.Blueprint == null).Select(AttemptRow.Of).FirstOrDefaultAsync();
        if (row is null)
            return null;
        // What a review keeps back is kept back here too.
        var access = await overrides.AccessAsync(row.PaperKey, time.GetUtcNow());
        var sittings = (await db.ClosedOf(learner).Where(attempt => attempt.PaperKey == row.PaperKey && attempt.Blueprint == null)
            .NewestFirst().Take(MostOthers).Select(AttemptRow.Of).ToListAsync())
            .FindAll(sitting => access(sitting.Mode, sitting.Rules).Shows is ReviewShows.Everything or ReviewShows.Marks);
        var second = other is { } id ? sittings.Find(sitting => sitting.Id == id) : sittings.Find(sitting => sitting.ClosedAt < row.ClosedAt) ?? sittings.Find(sitting => sitting.Id != one);
        if (second is null || second.Id == one || access(row.Mode, row.Rules).Shows is not (ReviewShows.Everything or ReviewShows.Marks))
            return null;

        var (earlier, later) = row.ClosedAt <= second.ClosedAt ? (row, second) : (second, row);
        var questions = await QuestionsAsync(db, earlier.Id, later.Id, language);
        return new(earlier, later, sittings, questions);
    }

    private async Task<ComparedQuestion[]> QuestionsAsync(KnowledgeDb db, Guid earlier, Guid later, string language)
    {
        var outline = await book.OutlineAsync();
        var items = await (
            from item in db.Set<AttemptItem>()
            join question in db.Set<Question>() on item.QuestionId equals question.Id
            where item.AttemptId == earlier || item.AttemptId == later
            select new { item.AttemptId, item.Position, item.QuestionId, item.VersionId, Mark = item.Mark ?? 0, question.Section }).ToListAsync();
        // Asked in both: in the words of the later one.
        var asked = items.GroupBy(item => item.QuestionId)
            .Select(both => (Later: both.FirstOrDefault(item => item.AttemptId == later), Earlier: both.FirstOrDefault(item => item.AttemptId == earlier)))
            .OrderBy(both => both.Later is null).ThenBy(both => (both.Later ?? both.Earlier)!.Position).ToList();
        var versions = await bank.VersionsAsync([.. asked.Select(both => (both.Later ?? both.Earlier)!.VersionId)]);
        return [.. asked.Zip(versions, (both, version) => new ComparedQuestion(
            outline.ChapterOf((both.Later ?? both.Earlier)!.Section)?.Title[language] ?? "",
            version.Body.Stem[language], version.Body.HasMath, both.Earlier?.Mark, both.Later?.Mark))];
    }
}

/// <param name="Sittings">All that may be compared, newest first.</param>
public sealed record Comparison(AttemptRow Earlier, AttemptRow Later, IReadOnlyList<AttemptRow> Sittings, IReadOnlyList<ComparedQuestion> Questions)
{
    /// <summary>In the order of their first questions.</summary>
    public IReadOnlyList<ComparedChapter> Chapters => [.. Questions.GroupBy(question => question.Chapter, StringComparer.Ordinal).Select(chapter =>
        new ComparedChapter(chapter.Key, chapter.Average(question => question.Earlier), chapter.Average(question => question.Later)))];
}

/// <param name="Stem">HTML of our own renderer.</param>
/// <param name="Earlier">0 to 1; null: not asked that time.</param>
public sealed record ComparedQuestion(string Chapter, string Stem, bool HasMath, double? Earlier, double? Later)
{
    public double? Change => Later - Earlier;
}

/// <summary>Shares of the marks; null: not asked that time.</summary>
public sealed record ComparedChapter(string Title, double? Earlier, double? Later)
{
    public double? Change => Later - Earlier;
}
