using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>The book's open questions, which a plan is made of.</summary>
internal sealed class OpenQuestions(IDbContextFactory<KnowledgeDb> databases, QuestionBank questions, Book book)
{
    /// <summary>In the book's order, by section.</summary>
    public async Task<IReadOnlyList<OpenSection>> SectionsAsync(string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = (await Rows(db).ToListAsync()).ToLookup(row => row.Section, StringComparer.Ordinal);
        var versions = (await questions.VersionsAsync([.. rows.SelectMany(group => group).Select(row => row.VersionId)])).ToDictionary(version => version.Id);
        var outline = await book.OutlineAsync();
        return [.. outline.Sections.Where(section => rows.Contains(section.Slug)).Select(section => new OpenSection(
            section.Slug, outline.ChapterOf(section.Slug)?.Title[language] ?? "", section.Short[language],
            [.. rows[section.Slug].OrderBy(row => versions[row.VersionId].Difficulty).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => new OpenQuestion(
                row.Key, PlainStem.Of(versions[row.VersionId].Body.Stem[language]), versions[row.VersionId].Difficulty,
                (versions[row.VersionId].Seconds + 59) / 60, versions[row.VersionId].Body.Rubric.Length))]))];
    }

    /// <summary>Those with these keys as they stand now, in this order; what is no open question of the book is left out.</summary>
    public static List<InterviewQuestion> Plan(KnowledgeDb db, Guid interview, IReadOnlyList<string> keys)
    {
        var rows = Rows(db).Where(row => keys.Contains(row.Key)).ToList().ToDictionary(row => row.Key, StringComparer.Ordinal);
        return [.. keys.Distinct(StringComparer.Ordinal).Where(rows.ContainsKey).Select((key, index) => new InterviewQuestion
        {
            InterviewId = interview,
            Position = index + 1,
            QuestionId = rows[key].QuestionId,
            VersionId = rows[key].VersionId,
        })];
    }

    private static IQueryable<Row> Rows(KnowledgeDb db) =>
        from question in db.Set<Question>()
        join version in db.Set<QuestionVersion>() on question.CurrentVersion equals version.Id
        where !question.Retired && version.Kind == QuestionKind.Open
        select new Row { Key = question.Key, Section = question.Section, QuestionId = question.Id, VersionId = version.Id };

    private sealed class Row
    {
        public required string Key { get; init; }
        public required string Section { get; init; }
        public required int QuestionId { get; init; }
        public required int VersionId { get; init; }
    }
}

public sealed record OpenSection(string Slug, string Chapter, string Name, IReadOnlyList<OpenQuestion> Questions);

public sealed record OpenQuestion(string Key, string Stem, int Difficulty, int Minutes, int Criteria);
