using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Content;

/// <summary>Stores what an import made, in one transaction that nobody else's import can overlap.</summary>
internal sealed class BookWriter(KnowledgeDb db, ImportPlan plan, IReadOnlyList<IContentKind> kinds)
{
    /// <summary>Any number will do, as long as nothing else in the database takes the same one.</summary>
    private const long PostgresLock = 5080_0001;

    private Dictionary<string, Section> _sections = [];

    /// <summary>False: the store is not what the plan was made for. True with problems: they were found at the end, and nothing is stored.</summary>
    public async Task<bool> StoreAsync(
        IReadOnlyList<SectionDraft> drafts, IReadOnlyList<Func<KnowledgeDb, Task>> work, Formulas formulas, CancellationToken cancellation)
    {
        // On SQLite this is BEGIN IMMEDIATE: the write lock is taken before anything is read.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancellation);
        if (!await IsStillAsPlannedAsync(cancellation))
            return false;

        await StoreChaptersAsync(cancellation);
        await StoreSectionsAsync(drafts, cancellation);
        foreach (var store in work)
        {
            cancellation.ThrowIfCancellationRequested();
            await store(db);
            await SaveAsync(cancellation);
        }
        await StoreFormulasAsync(formulas, cancellation);
        await StoreFilesAsync(drafts, cancellation);
        foreach (var kind in kinds)
        {
            await kind.FinishAsync(db, plan.Draft);
            await SaveAsync(cancellation);
        }
        if (!plan.Draft.Problems.Any)
            await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<bool> IsStillAsPlannedAsync(CancellationToken cancellation)
    {
        var now = await db.Set<ContentFile>().ToDictionaryAsync(file => file.Path, file => file.Hash, StringComparer.Ordinal, cancellation);
        db.ChangeTracker.Clear();
        return now.Count == plan.Stored.Count && plan.Stored.Values.All(file => now.GetValueOrDefault(file.Path) == file.Hash);
    }

    private async Task StoreChaptersAsync(CancellationToken cancellation)
    {
        var stored = await db.Set<Chapter>().ToDictionaryAsync(chapter => chapter.Slug, StringComparer.Ordinal, cancellation);
        foreach (var chapter in stored.Values)
            chapter.Retired = true;
        foreach (var entry in plan.Draft.Book.Chapters)
        {
            if (stored.TryGetValue(entry.Slug, out var chapter))
                (chapter.Position, chapter.Title, chapter.Summary, chapter.Retired) = (entry.Position, entry.Title, entry.Summary, false);
            else
                db.Add(new Chapter { Slug = entry.Slug, Position = entry.Position, Title = entry.Title, Summary = entry.Summary });
        }
        await SaveAsync(cancellation);
    }

    private async Task StoreSectionsAsync(IReadOnlyList<SectionDraft> drafts, CancellationToken cancellation)
    {
        _sections = await db.Set<Section>().AsNoTracking().ToDictionaryAsync(section => section.Slug, StringComparer.Ordinal, cancellation);
        var texts = drafts.ToDictionary(draft => draft.Slug, draft => draft.Texts, StringComparer.Ordinal);
        foreach (var entry in plan.Draft.Book.Sections)
        {
            var (before, about) = (_sections.GetValueOrDefault(entry.Slug), texts.GetValueOrDefault(entry.Slug));
            var section = new Section
            {
                Slug = entry.Slug,
                Chapter = entry.Chapter,
                Position = entry.Position,
                Title = about is null ? before!.Title : new(about["zh"].About.Title, about["en"].About.Title),
                Short = about is null ? before!.Short : new(about["zh"].About.Short, about["en"].About.Short),
                Formerly = entry.Formerly,
                Questions = before?.Questions ?? 0,
            };
            db.Entry(section).State = before is null ? EntityState.Added : EntityState.Modified;
        }
        await SaveAsync(cancellation);

        var current = plan.Draft.Book.Sections.Select(section => section.Slug).ToHashSet(StringComparer.Ordinal);
        var heirs = plan.Draft.Book.Sections.SelectMany(entry => entry.Formerly, (entry, former) => (former, entry.Slug)).ToDictionary(StringComparer.Ordinal);
        foreach (var section in _sections.Values.Where(section => !current.Contains(section.Slug)))
        {
            if (heirs.TryGetValue(section.Slug, out var heir))
                await RenameAsync(section.Slug, heir, cancellation);
            else if (!section.Retired)
                await RetireAsync(section.Slug, cancellation);
        }
    }

    private async Task RenameAsync(string from, string to, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
            await kind.RenameAsync(db, from, to);
        await SaveAsync(cancellation);
        await db.Set<Section>().Where(section => section.Slug == from).ExecuteDeleteAsync(cancellation);
    }

    private async Task RetireAsync(string slug, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
            await kind.RetireAsync(db, slug);
        await SaveAsync(cancellation);
        await db.Set<Section>().Where(section => section.Slug == slug)
            .ExecuteUpdateAsync(set => set.SetProperty(section => section.Retired, true), cancellation);
    }

    private async Task StoreFormulasAsync(Formulas formulas, CancellationToken cancellation)
    {
        var hashes = formulas.New.Keys.ToList();
        var present = await db.Set<Formula>().Where(formula => hashes.Contains(formula.Hash)).Select(formula => formula.Hash).ToListAsync(cancellation);
        foreach (var hash in hashes.Except(present, StringComparer.Ordinal))
            db.Add(new Formula { Hash = hash, Html = formulas.New[hash] });
        await SaveAsync(cancellation);
    }

    private async Task StoreFilesAsync(IReadOnlyList<SectionDraft> drafts, CancellationToken cancellation)
    {
        var read = drafts.ToDictionary(draft => draft.Entry.Path, StringComparer.Ordinal);
        foreach (var path in plan.Stored.Keys.Where(path => !plan.Hashes.ContainsKey(path)))
            await db.Set<ContentFile>().Where(file => file.Path == path).ExecuteDeleteAsync(cancellation);
        foreach (var (path, hash) in plan.Hashes)
        {
            var (draft, stored) = (read.GetValueOrDefault(path), plan.Stored.GetValueOrDefault(path));
            var file = new ContentFile
            {
                Path = path,
                Hash = hash,
                Anchors = draft is null ? stored?.Anchors ?? [] : [.. draft.Anchors ?? []],
                Links = draft is null ? stored?.Links ?? [] : [.. draft.Links],
            };
            db.Entry(file).State = stored is null ? EntityState.Added : EntityState.Modified;
        }
        await SaveAsync(cancellation);
    }

    // What is stored is not looked at again: a large book must not make every save slower than the one before.
    private async Task SaveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
