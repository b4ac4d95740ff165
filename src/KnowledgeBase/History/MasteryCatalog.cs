using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>
/// Mastery of a chapter or section: each of its questions counts with its mark when it was last met (unanswered is 0), averaged
/// over the questions met so far. How many that is of how many always stands beside it, since nine tenths of two questions is no
/// mastery. What was taken out of the book does not count. It is read from the cards: as many rows as questions met, however
/// many attempts there were.
/// </summary>
internal sealed class MasteryCatalog(QuestionChapters questions, TimeProvider time)
{
    public async Task<Standing> StandingAsync(KnowledgeDb db, Guid learner)
    {
        var edition = await questions.CurrentAsync();
        var now = time.GetUtcNow();
        var cards = await db.Set<Card>().Where(card => card.LearnerId == learner)
            .Select(card => new { card.QuestionId, card.LastMark, card.IsWrong, IsDue = card.DueAt <= now }).ToListAsync();
        var asked = cards.Where(card => edition.ById.ContainsKey(card.QuestionId)).ToList();
        var marks = asked.ToDictionary(card => card.QuestionId, card => card.LastMark);
        return new(Chapters(edition, marks), asked.Count(card => card.IsWrong), asked.Count(card => card.IsDue),
            await db.Set<QuestionBookmark>().CountAsync(bookmark => bookmark.LearnerId == learner));
    }

    private static ChapterMastery[] Chapters(QuestionChapters.Edition edition, Dictionary<int, double> marks)
    {
        var bySection = edition.Candidates.ToLookup(question => question.Section, StringComparer.Ordinal);
        return [.. edition.Outline.Chapters.Where(chapter => edition.Questions.ContainsKey(chapter.Slug)).Select(chapter =>
        {
            var sections = edition.Outline.SectionsOf(chapter).Where(section => bySection.Contains(section.Slug)).ToList();
            var (seen, count, share) = Of(sections.SelectMany(section => bySection[section.Slug]), marks);
            return new ChapterMastery(chapter.Slug, chapter.Title, seen, count, share)
            {
                Sections = [.. sections.Select(section =>
                {
                    var of = Of(bySection[section.Slug], marks);
                    return new SectionMastery(section.Slug, section.Short, of.Seen, of.Count, of.Share);
                })],
            };
        })];
    }

    private static (int Seen, int Count, double? Share) Of(IEnumerable<Candidate> questions, Dictionary<int, double> marks)
    {
        var all = questions.ToList();
        var met = all.Where(question => marks.ContainsKey(question.QuestionId)).Select(question => marks[question.QuestionId]).ToList();
        return (met.Count, all.Count, met.Count == 0 ? null : met.Average());
    }
}

/// <summary>Where a learner stands today.</summary>
/// <param name="Wrong">How many questions are in the wrong-answer book.</param>
/// <param name="Due">How many are due for review, whatever the daily cap.</param>
public sealed record Standing(IReadOnlyList<ChapterMastery> Mastery, int Wrong, int Due, int Bookmarks);
