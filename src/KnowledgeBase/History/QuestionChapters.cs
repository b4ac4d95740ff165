using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.History;

/// <summary>Which chapter each question that can be asked belongs to; made once per edition of the book, for it is the same for everybody.</summary>
internal sealed class QuestionChapters(QuestionBank bank, Book book)
{
    private volatile Edition? _edition;

    public async ValueTask<Edition> CurrentAsync()
    {
        // Both are made anew whenever the content changed, and only then.
        var candidates = await bank.CandidatesAsync();
        var outline = await book.OutlineAsync();
        if (_edition is { } kept && ReferenceEquals(kept.Outline, outline) && ReferenceEquals(kept.Candidates, candidates))
            return kept;
        return _edition = new(outline, candidates);
    }

    internal sealed class Edition(BookOutline outline, IReadOnlyList<Candidate> candidates)
    {
        public BookOutline Outline => outline;

        public IReadOnlyList<Candidate> Candidates => candidates;

        public IReadOnlyDictionary<int, string> ChapterOf { get; } = candidates
            .ToDictionary(question => question.QuestionId, question => outline.Section(question.Section)?.Chapter ?? "");

        public IReadOnlyDictionary<int, Candidate> ById { get; } = candidates.ToDictionary(question => question.QuestionId);

        /// <summary>How many of them a chapter has; a chapter without any is missing.</summary>
        public IReadOnlyDictionary<string, int> Questions { get; } = candidates
            .CountBy(question => outline.Section(question.Section)?.Chapter ?? "").ToDictionary(StringComparer.Ordinal);
    }
}
