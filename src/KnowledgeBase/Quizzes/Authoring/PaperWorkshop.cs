using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>What an author looks at while making a paper: pools, questions to pick, and the paper that a seed draws.</summary>
internal sealed class PaperWorkshop(QuestionBank questions, Book book)
{
    public const int MostFound = 20;

    public ValueTask<IReadOnlyList<Candidate>> CandidatesAsync() => questions.CandidatesAsync();

    public async Task<PaperPool> PoolAsync(Blueprint blueprint, string language) =>
        PaperPool.Of(blueprint, await questions.CandidatesAsync(), await book.OutlineAsync(), language);

    /// <summary>Questions whose key or text has all the words, in either language.</summary>
    public async Task<IReadOnlyList<FoundQuestion>> FindAsync(string words, string language)
    {
        var wanted = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
            return [];
        var all = await AllAsync();
        return [.. all.Where(one => wanted.All(word => one.Key.Contains(word, StringComparison.OrdinalIgnoreCase)
                || one.Stem.Zh.Contains(word, StringComparison.OrdinalIgnoreCase) || one.Stem.En.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Take(MostFound).Select(one => new FoundQuestion(one.Key, PlainStem.Short(one.Stem[language]), one.Difficulty))];
    }

    /// <summary>Those with these keys, in this order; what is gone has no text.</summary>
    public async Task<IReadOnlyList<FoundQuestion>> ListedAsync(IReadOnlyList<string> keys, string language)
    {
        if (keys.Count == 0)
            return [];
        var all = (await AllAsync()).ToDictionary(one => one.Key, StringComparer.Ordinal);
        return [.. keys.Select(key => all.TryGetValue(key, out var one) ? new FoundQuestion(key, PlainStem.Short(one.Stem[language]), one.Difficulty) : new FoundQuestion(key, "", 0))];
    }

    /// <summary>The paper that an attempt with this seed gets, key and all.</summary>
    public async Task<IReadOnlyList<PreviewedQuestion>> PreviewAsync(Blueprint blueprint, int seed, string language)
    {
        var random = new SplitMix64(seed);
        var outline = await book.OutlineAsync();
        var drawn = Draw.Questions(blueprint, await questions.CandidatesAsync(), random);
        var versions = await questions.VersionsAsync([.. drawn.Select(one => one.VersionId)]);
        return [.. versions.Zip(drawn, (version, one) => new PreviewedQuestion(
            one.Key, outline.Section(one.Section)?.Short[language] ?? one.Section, version.Kind, one.Difficulty, one.Tags, one.Seconds,
            Solution.Of(version, Draw.Options(version, random), [], language)))];
    }

    private async Task<List<(string Key, Bilingual Stem, int Difficulty)>> AllAsync()
    {
        var candidates = await questions.CandidatesAsync();
        var versions = await questions.VersionsAsync([.. candidates.Select(one => one.VersionId)]);
        return [.. candidates.Zip(versions, (one, version) => (one.Key, new Bilingual(PlainStem.Of(version.Body.Stem.Zh), PlainStem.Of(version.Body.Stem.En)), one.Difficulty))];
    }
}

/// <param name="Stem">Plain text; empty if the book no longer has it.</param>
public sealed record FoundQuestion(string Key, string Stem, int Difficulty);

public sealed record PreviewedQuestion(string Key, string Section, QuestionKind Kind, int Difficulty, IReadOnlyList<string> Tags, int Seconds, Solution Solution);
