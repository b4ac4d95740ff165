using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History;

/// <summary>Which chapter each question of today's book belongs to; made once per edition, for it is the same for everybody.</summary>
internal sealed class QuestionChapters(IDbContextFactory<KnowledgeDb> databases, Book book)
{
    private volatile Edition? _edition;

    public async ValueTask<Edition> CurrentAsync()
    {
        // The book hands out a new outline whenever the content changed.
        var outline = await book.OutlineAsync();
        if (_edition is { } kept && ReferenceEquals(kept.Outline, outline))
            return kept;

        await using var db = await databases.CreateDbContextAsync();
        var questions = await db.Set<Question>().Where(question => !question.Retired).Select(question => new { question.Id, question.Section }).ToListAsync();
        var chapterOf = outline.Sections.ToDictionary(section => section.Slug, section => section.Chapter, StringComparer.Ordinal);
        return _edition = new(outline, questions
            .Where(question => chapterOf.ContainsKey(question.Section))
            .ToDictionary(question => question.Id, question => chapterOf[question.Section]));
    }

    internal sealed record Edition(BookOutline Outline, IReadOnlyDictionary<int, string> ChapterOf)
    {
        /// <summary>Chapters without a question are missing.</summary>
        public IReadOnlyDictionary<string, int> Questions { get; } =
            ChapterOf.Values.CountBy(chapter => chapter).ToDictionary(StringComparer.Ordinal);
    }
}
