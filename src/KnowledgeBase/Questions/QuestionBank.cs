using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeBase.Questions;

/// <summary>Reads questions. Versions never change, so those in use stay in memory.</summary>
internal sealed class QuestionBank(IDbContextFactory<KnowledgeDb> databases, Book book) : IDisposable
{
    /// <summary>About 3 KB each.</summary>
    private const int MostKept = 5_000;

    private readonly MemoryCache _versions = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private volatile Pool? _pool;

    /// <summary>The versions with these ids, in this order.</summary>
    public async ValueTask<QuestionVersion[]> VersionsAsync(IReadOnlyList<int> ids)
    {
        var found = ids.Select(id => _versions.Get<QuestionVersion>(id)).ToArray();
        if (Array.TrueForAll(found, version => version is not null))
            return found!;

        await using var db = await databases.CreateDbContextAsync();
        var read = await db.Set<QuestionVersion>().AsNoTracking().Where(version => ids.Contains(version.Id)).ToDictionaryAsync(version => version.Id);
        foreach (var version in read.Values)
            _versions.Set(version.Id, version, new MemoryCacheEntryOptions { Size = 1 });
        return [.. ids.Select(id => read[id])];
    }

    /// <summary>Everything a paper may draw from, by key, so that a draw does not depend on the database's order.</summary>
    public async ValueTask<IReadOnlyList<Candidate>> CandidatesAsync()
    {
        // The importer makes a new outline whenever it changed something.
        var outline = await book.OutlineAsync();
        if (_pool is { } pool && ReferenceEquals(pool.Outline, outline))
            return pool.Candidates;

        var inBook = outline.Sections.Select(section => section.Slug).ToHashSet(StringComparer.Ordinal);
        await using var db = await databases.CreateDbContextAsync();
        Candidate[] candidates = [.. (await Candidates(db).ToListAsync()).Where(one => inBook.Contains(one.Section)).OrderBy(one => one.Key, StringComparer.Ordinal)];
        _pool = new(outline, candidates);
        return candidates;
    }

    /// <summary>What is stored of them, in and out of the book; inside an import there is no book yet to ask.</summary>
    public static IQueryable<Candidate> Candidates(KnowledgeDb db) =>
        from question in db.Set<Question>()
        join version in db.Set<QuestionVersion>() on question.CurrentVersion equals version.Id
        where !question.Retired && Grading.Kinds.Contains(version.Kind)
        select new Candidate(question.Id, version.Id, question.Key, question.Section, version.Difficulty, version.Seconds) { Tags = version.Tags };

    public void Dispose() => _versions.Dispose();

    private sealed record Pool(BookOutline Outline, Candidate[] Candidates);
}

/// <summary>A question that may be drawn, without its text.</summary>
internal sealed record Candidate(int QuestionId, int VersionId, string Key, string Section, int Difficulty, int Seconds)
{
    public string[] Tags { get; init; } = [];
}
