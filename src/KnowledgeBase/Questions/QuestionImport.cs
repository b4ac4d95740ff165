using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Questions;

/// <summary>Keeps the questions of <c>questions.yml</c>: a changed one gets a new version, the old ones stay as people met them.</summary>
internal sealed class QuestionImport : IContentKind
{
    public Func<KnowledgeDb, Task> Read(SectionDraft section)
    {
        var drafts = QuestionFile.Read(section);
        section.Facts["questions"] = drafts.Count;
        foreach (var kind in Enum.GetValues<QuestionKind>())
            section.Facts[kind.ToString().ToLowerInvariant()] = drafts.Count(draft => draft.Kind == kind);
        for (var difficulty = 1; difficulty <= 5; difficulty++)
            section.Facts[$"d{difficulty}"] = drafts.Count(draft => draft.Difficulty == difficulty && Grading.Kinds.Contains(draft.Kind));
        return db => StoreAsync(db, section.Slug, drafts);
    }

    public async Task RenameAsync(KnowledgeDb db, string from, string to)
    {
        var taken = await db.Set<Question>().Where(question => question.Section == to).Select(question => question.Key).ToListAsync();
        foreach (var question in await db.Set<Question>().Where(question => question.Section == from).ToListAsync())
        {
            var key = Key(to, question.Key[(from.Length + 1)..]);
            question.Section = to;
            // Both were in use at some time: the newer one goes on, the older one remains for those who answered it.
            if (taken.Contains(key))
                question.Retired = true;
            else
                question.Key = key;
        }
        await db.SaveChangesAsync();
    }

    public Task RetireAsync(KnowledgeDb db, string section) => db.Set<Question>().Where(question => question.Section == section)
        .ExecuteUpdateAsync(set => set.SetProperty(question => question.Retired, true));

    private static string Key(string section, string id) => $"{section}/{id}";

    private static async Task StoreAsync(KnowledgeDb db, string section, IReadOnlyList<QuestionDraft> drafts)
    {
        var stored = await db.Set<Question>().Where(question => question.Section == section).ToDictionaryAsync(question => question.Key, StringComparer.Ordinal);
        foreach (var question in stored.Values)
            question.Retired = true;
        foreach (var draft in drafts)
        {
            if (!stored.TryGetValue(Key(section, draft.Id), out var question))
            {
                question = new Question { Key = Key(section, draft.Id), Section = section };
                db.Add(question);
                await db.SaveChangesAsync();
            }
            question.Retired = false;
            await StoreVersionAsync(db, question, draft);
        }
        await db.SaveChangesAsync();
    }

    private static async Task StoreVersionAsync(KnowledgeDb db, Question question, QuestionDraft draft)
    {
        var latest = await db.Set<QuestionVersion>().AsNoTracking().Where(version => version.Id == question.CurrentVersion)
            .Select(version => new { version.Hash, version.Number }).FirstOrDefaultAsync();
        if (latest?.Hash == draft.Hash)
            return;
        var version = new QuestionVersion
        {
            QuestionId = question.Id,
            Number = (latest?.Number ?? 0) + 1,
            Hash = draft.Hash,
            Kind = draft.Kind,
            Difficulty = draft.Difficulty,
            Seconds = draft.Seconds,
            Anchor = draft.Anchor,
            Tags = draft.Tags,
            Body = draft.Body,
        };
        db.Add(version);
        await db.SaveChangesAsync();
        question.CurrentVersion = version.Id;
    }
}
