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
        section.Facts["proofs"] = section.Proofs.Count;
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

    // Three saves for a section, however many questions it has: a first import stores hundreds.
    private static async Task StoreAsync(KnowledgeDb db, string section, IReadOnlyList<QuestionDraft> drafts)
    {
        var questions = await db.Set<Question>().Where(question => question.Section == section).ToDictionaryAsync(question => question.Key, StringComparer.Ordinal);
        var current = questions.Values.Select(question => question.CurrentVersion).ToList();
        var latest = await db.Set<QuestionVersion>().Where(version => current.Contains(version.Id))
            .Select(version => new { version.Id, version.Hash, version.Number }).ToDictionaryAsync(version => version.Id);

        foreach (var question in questions.Values)
            question.Retired = true;
        foreach (var key in drafts.Select(draft => Key(section, draft.Id)).Where(key => !questions.ContainsKey(key)).ToList())
            db.Add(questions[key] = new Question { Key = key, Section = section });
        await db.SaveChangesAsync();

        var added = new List<(Question Question, QuestionVersion Version)>();
        foreach (var draft in drafts)
        {
            var question = questions[Key(section, draft.Id)];
            question.Retired = false;
            var before = latest.GetValueOrDefault(question.CurrentVersion);
            if (before?.Hash != draft.Hash)
                added.Add((question, Version(draft, question.Id, (before?.Number ?? 0) + 1)));
        }
        db.AddRange(added.Select(pair => pair.Version));
        await db.SaveChangesAsync();

        foreach (var (question, version) in added)
            question.CurrentVersion = version.Id;
        await db.SaveChangesAsync();
    }

    private static QuestionVersion Version(QuestionDraft draft, int question, int number) => new()
    {
        QuestionId = question,
        Number = number,
        Hash = draft.Hash,
        Kind = draft.Kind,
        Difficulty = draft.Difficulty,
        Seconds = draft.Seconds,
        Anchor = draft.Anchor,
        Tags = draft.Tags,
        Body = draft.Body,
    };
}
