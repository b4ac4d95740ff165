using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>A paper for every section and chapter that has something to ask, and those of <c>papers.yml</c>.</summary>
internal sealed class PaperImport : IContentKind
{
    private const int SectionCount = 10;
    private const int ChapterCount = 15;

    // Whoever sat the old section's paper has sat the new one's, and a paper made in the site goes on asking about it.
    public async Task RenameAsync(KnowledgeDb db, string from, string to)
    {
        var (old, now) = (SectionKey(from), SectionKey(to));
        await db.Set<Attempt>().Where(attempt => attempt.PaperKey == old).ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.PaperKey, now));
        foreach (var paper in await db.Set<Paper>().Where(paper => paper.Authored).ToListAsync())
            paper.Blueprint = paper.Blueprint.Renamed(from, to);
    }

    public async Task FinishAsync(KnowledgeDb db, BookDraft book)
    {
        var current = await QuestionBank.Candidates(db).ToListAsync();
        var counts = current.CountBy(question => question.Section, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var keys = current.Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var sections = await db.Set<Section>().ToDictionaryAsync(section => section.Slug, StringComparer.Ordinal);
        foreach (var section in sections.Values)
            section.Questions = section.Retired ? 0 : counts.GetValueOrDefault(section.Slug);

        var papers = new List<Paper>();
        foreach (var entry in PaperFile.Read(book))
        {
            foreach (var key in entry.Blueprint.Questions.Where(key => !keys.Contains(key)))
                entry.Fields.Problem($"questions: there is no question '{key}' that a paper can ask.", "questions");
            CheckPool(entry, current);
            papers.Add(new()
            {
                Key = entry.Id,
                Scope = PaperScope.Mixed,
                Position = 0,
                Title = entry.Title,
                Summary = entry.Summary,
                Blueprint = entry.Blueprint,
                Rules = entry.Rules,
            });
        }
        foreach (var chapter in book.Book.Chapters)
        {
            var slugs = chapter.Sections.Select(section => section.Slug).Where(counts.ContainsKey).ToArray();
            if (slugs.Length > 0)
                papers.Add(Paper($"chapter-{chapter.Slug}", PaperScope.Chapter, chapter.Title, chapter.Summary, Blueprint(ChapterCount, counts, slugs)));
        }
        foreach (var slug in book.Book.Sections.Select(section => section.Slug).Where(counts.ContainsKey))
            papers.Add(Paper(SectionKey(slug), PaperScope.Section, sections[slug].Short, sections[slug].Title, Blueprint(SectionCount, counts, slug)));
        if (!book.Problems.Any)
            await StoreAsync(db, papers);
    }

    private static async Task StoreAsync(KnowledgeDb db, List<Paper> papers)
    {
        var stored = await db.Set<Paper>().ToDictionaryAsync(paper => paper.Key, StringComparer.Ordinal);
        foreach (var paper in stored.Values.Where(paper => !paper.Authored))
            paper.Retired = true;
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            paper.Position = i + 1;
            if (stored.TryGetValue(paper.Key, out var before))
                db.Entry(before).CurrentValues.SetValues(paper);
            else
                db.Add(paper);
        }
        await db.SaveChangesAsync();
    }

    // Fewer than asked for is no mistake of a single draw, which may say "up to"; parts are a promise about the mix.
    private static void CheckPool(PaperEntry entry, List<Candidate> all)
    {
        if (entry.Blueprint is not { Questions: [], Count: > 0 and <= PaperFile.MaximumCount } blueprint)
            return;
        var key = blueprint.Parts.Length > 0 ? "parts" : "draw";
        foreach (var (index, part) in blueprint.DrawnParts().Index())
        {
            if (!all.Exists(part.Fits))
                entry.Fields.Problem(key == "draw" ? "draw: there is no question to draw." : $"parts: there is no question to draw for part {index + 1}.", key);
        }
        var drawn = Draw.Questions(blueprint, all, new(0)).Length;
        if (key == "parts" && drawn < blueprint.Count && blueprint.Parts.All(part => all.Exists(part.Fits)))
            entry.Fields.Problem($"parts: {blueprint.Count} questions are asked for, and the book has {drawn}.", key);
    }

    private static Blueprint Blueprint(int most, Dictionary<string, int> counts, params string[] sections) =>
        new() { Sections = sections, Count = Math.Min(most, sections.Sum(section => counts[section])) };

    private static Paper Paper(string key, PaperScope scope, Bilingual title, Bilingual summary, Blueprint blueprint) =>
        new() { Key = key, Scope = scope, Position = 0, Title = title, Summary = summary, Blueprint = blueprint };

    private static string SectionKey(string slug) => $"section-{slug}";
}
