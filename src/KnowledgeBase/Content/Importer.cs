using System.Globalization;
using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Content.Sources;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Content;

/// <summary>What an import did. With problems, nothing was stored.</summary>
internal sealed record ImportResult(Problems Problems, IReadOnlyList<SectionDraft> Sections, bool HasChanged, TimeSpan Took)
{
    public bool IsRefused => Problems.Any;
}

/// <summary>Brings the store in line with the content folder: all of it or, if there is any problem, nothing.</summary>
internal sealed class Importer(
    IDbContextFactory<KnowledgeDb> databases, IOptions<ContentOptions> options, IEnumerable<IContentKind> kinds, Book book, TimeProvider time) : IDisposable
{
    /// <summary>Other processes may import too; each round lost to one of them means that it got further.</summary>
    private const int MaximumRounds = 10;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IContentKind[] _kinds = [.. kinds];

    /// <param name="say">Is told of each section that was read: a first import takes seconds.</param>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    public async Task<ImportResult> ImportAsync(Action<string> say, CancellationToken cancellation)
    {
        var folder = new ContentFolder(options.Value.Find() ?? throw new DirectoryNotFoundException(options.Value.NotFound));
        await _one.WaitAsync(cancellation);
        try
        {
            for (var round = 1; ; round++)
            {
                if (await TryAsync(folder, say, cancellation) is { } result)
                    return result;
                if (round == MaximumRounds)
                    throw new InvalidOperationException("Other processes keep importing other content into the same database.");
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Null: another process imported meanwhile, so the plan is void.</summary>
    private async Task<ImportResult?> TryAsync(ContentFolder folder, Action<string> say, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var problems = new Problems();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var plan = ImportPlan.Make(folder, await db.Set<ContentFile>().AsNoTracking().ToListAsync(cancellation), problems);
        if (problems.Any || plan.IsNothing)
            return new(problems, [], HasChanged: false, time.GetElapsedTime(began));

        using var katex = new Katex();
        var formulas = await Formulas.OpenAsync(db, katex, cancellation);
        var (drafts, work) = Read(plan, formulas, say, cancellation);
        LinkChecks.Check(plan, drafts);
        if (problems.Any)
            return new(problems, drafts, HasChanged: false, time.GetElapsedTime(began));

        var writer = new BookWriter(db, plan, _kinds);
        if (!await writer.StoreAsync(drafts, work, formulas, cancellation))
            return null;
        if (!problems.Any)
            book.Forget();
        return new(problems, drafts, HasChanged: !problems.Any, time.GetElapsedTime(began));
    }

    private (List<SectionDraft> Drafts, List<Func<KnowledgeDb, Task>> Work) Read(
        ImportPlan plan, Formulas formulas, Action<string> say, CancellationToken cancellation)
    {
        var chapterOf = plan.Draft.Book.Sections.ToDictionary(section => section.Slug, section => section.Chapter, StringComparer.Ordinal);
        var workshop = new Workshop(formulas, new Highlighter(), new BookMap(chapterOf), plan.Draft.Problems);
        var drafts = new List<SectionDraft>();
        var work = new List<Func<KnowledgeDb, Task>>();
        foreach (var (entry, folder) in plan.Changed)
        {
            cancellation.ThrowIfCancellationRequested();
            var began = time.GetTimestamp();
            var draft = new SectionDraft(entry, folder, workshop);
            draft.ReadTexts();
            work.AddRange(_kinds.Select(kind => kind.Read(draft)).OfType<Func<KnowledgeDb, Task>>());
            drafts.Add(draft);
            say(string.Create(CultureInfo.InvariantCulture,
                $"{draft.Slug}: {draft.Texts.Count} languages, {draft.Facts["formulas"]} formulas, {draft.Facts["questions"]} questions ({time.GetElapsedTime(began).TotalSeconds:0.0} s)"));
        }
        return (drafts, work);
    }
}
