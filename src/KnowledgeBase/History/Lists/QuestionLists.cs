using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Lists;

/// <summary>Questions that a learner wants to come back to: the wrong-answer book and the bookmarks.</summary>
internal sealed class QuestionLists(IDbContextFactory<KnowledgeDb> databases, QuestionChapters questions, QuestionBank bank)
{
    /// <summary>More at once is no practice but a wall.</summary>
    public const int MostPractised = 50;

    public const int MostShown = 300;

    /// <summary>In the book's order. What was taken out of the book is not listed.</summary>
    public async Task<QuestionList> ReadAsync(ListKind kind, Guid learner, string language)
    {
        var edition = await questions.CurrentAsync();
        var listed = (await EntriesAsync(kind, learner)).Where(entry => edition.ById.ContainsKey(entry.QuestionId)).ToDictionary(entry => entry.QuestionId);
        var order = edition.Outline.Sections.Select((section, index) => (section.Slug, index)).ToDictionary(StringComparer.Ordinal);
        Candidate[] shown = [.. listed.Keys.Select(id => edition.ById[id])
            .OrderBy(one => order.GetValueOrDefault(one.Section)).ThenBy(one => one.Key, StringComparer.Ordinal).Take(MostShown)];
        var versions = await bank.VersionsAsync([.. shown.Select(one => one.VersionId)]);

        var chapters = shown.Zip(versions).GroupBy(one => edition.ChapterOf[one.First.QuestionId], StringComparer.Ordinal).Select(chapter => new ListedChapter(
            chapter.Key,
            edition.Outline.Chapter(chapter.Key)?.Title[language] ?? chapter.Key,
            listed.Keys.Count(id => edition.ChapterOf[id] == chapter.Key),
            [.. chapter.GroupBy(one => one.First.Section, StringComparer.Ordinal).Select(section => new ListedSection(
                edition.Outline.Section(section.Key)?.Short[language] ?? section.Key,
                [.. section.Select(one => new ListedQuestion(
                    one.First.QuestionId, one.Second.Body.Stem[language], listed[one.First.QuestionId].LastSeenAt,
                    $"/{language}/read/{chapter.Key}/{section.Key}#{one.Second.Anchor}"))]))]));
        return new(listed.Count, versions.Any(version => version.Body.HasMath), [.. chapters]);
    }

    /// <summary>Of all, or of one chapter, those not seen for longest.</summary>
    public async Task<PickedQuestions> PickAsync(ListKind kind, Guid learner, string? chapter)
    {
        var edition = await questions.CurrentAsync();
        var keys = (await EntriesAsync(kind, learner))
            .Where(entry => edition.ById.ContainsKey(entry.QuestionId) && (chapter is null || edition.ChapterOf[entry.QuestionId] == chapter))
            .OrderBy(entry => entry.LastSeenAt).Select(entry => edition.ById[entry.QuestionId].Key).Take(MostPractised);
        var of = chapter is null ? null : edition.Outline.Chapter(chapter)?.Title;
        var title = kind == ListKind.Wrong ? new Bilingual("错题练习", "Wrong answers again") : new Bilingual("收藏练习", "Bookmarked questions");
        return new(kind == ListKind.Wrong ? PickedQuestions.Wrong : PickedQuestions.Bookmarks,
            of is null ? title : new($"{title.Zh} · {of.Zh}", $"{title.En} · {of.En}"), AttemptMode.Practice, [.. keys]);
    }

    private async Task<List<Entry>> EntriesAsync(ListKind kind, Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (kind == ListKind.Wrong)
        {
            return await db.Set<Card>().Where(card => card.LearnerId == learner && card.IsWrong)
                .Select(card => new Entry(card.QuestionId, card.LastSeenAt)).ToListAsync();
        }
        return await (
            from bookmark in db.Set<QuestionBookmark>()
            from card in db.Set<Card>().Where(card => card.LearnerId == bookmark.LearnerId && card.QuestionId == bookmark.QuestionId).DefaultIfEmpty()
            where bookmark.LearnerId == learner
            select new Entry(bookmark.QuestionId, (DateTimeOffset?)card!.LastSeenAt)).ToListAsync();
    }

    private sealed record Entry(int QuestionId, DateTimeOffset? LastSeenAt);
}

public enum ListKind
{
    Wrong,
    Bookmarks,
}

/// <param name="Count">All of them, also where not all are shown.</param>
public sealed record QuestionList(int Count, bool HasMath, IReadOnlyList<ListedChapter> Chapters);

public sealed record ListedChapter(string Slug, string Title, int Count, IReadOnlyList<ListedSection> Sections);

public sealed record ListedSection(string Title, IReadOnlyList<ListedQuestion> Questions);

/// <param name="Stem">HTML of our own renderer.</param>
/// <param name="Reading">The address of the paragraph that answers it.</param>
public sealed record ListedQuestion(int Id, string Stem, DateTimeOffset? LastSeenAt, string Reading);
