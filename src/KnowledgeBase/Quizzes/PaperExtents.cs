using System.Collections.Concurrent;
using System.Text.Json;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>What a blueprint draws from and how much it gives. Drawing tells, and costs more than the page that shows it, so it is kept while the book stays as it is.</summary>
internal sealed class PaperExtents(QuestionBank questions)
{
    private volatile Edition? _edition;

    public async ValueTask<PaperExtent> OfAsync(Blueprint blueprint)
    {
        var all = await questions.CandidatesAsync();
        if (_edition is not { } edition || !ReferenceEquals(edition.All, all))
            _edition = edition = new(all);
        return edition.Extents.GetOrAdd(JsonSerializer.Serialize(blueprint), _ => PaperExtent.Of(blueprint, all));
    }

    private sealed record Edition(IReadOnlyList<Candidate> All)
    {
        public ConcurrentDictionary<string, PaperExtent> Extents { get; } = new(StringComparer.Ordinal);
    }
}

/// <param name="Pool">How many questions it draws from.</param>
/// <param name="Count">How many it draws.</param>
/// <param name="Difficulties">Of the pool: how many have difficulty 1, 2, …, 5.</param>
/// <param name="Minutes">Its own limit, or what its questions usually come to.</param>
/// <param name="MinutesVary">The time follows the questions drawn.</param>
internal sealed record PaperExtent(int Pool, int Count, IReadOnlyList<int> Difficulties, int Minutes, bool MinutesVary)
{
    public static PaperExtent Of(Blueprint blueprint, IReadOnlyList<Candidate> all)
    {
        Candidate[] pool = [.. Draw.Pool(blueprint, all)];
        var count = Draw.Questions(blueprint, all, new(0)).Length;
        var typical = pool.Length == 0 ? 0 : pool.Average(one => one.Seconds) * count / 60;
        return new(
            pool.Length, count, [.. Enumerable.Range(1, 5).Select(difficulty => pool.Count(one => one.Difficulty == difficulty))],
            blueprint.Minutes ?? Math.Max(1, (int)Math.Ceiling(typical)), MinutesVary: blueprint.Minutes is null && count < pool.Length);
    }
}
