using KnowledgeBase.History;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams.MasteryMaps;

/// <summary>Reads a team's map: the cards of all members, summed by the database, in one query.</summary>
internal sealed class MasteryMapCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionChapters questions, TeamCatalog teams)
{
    public async Task<MasteryMap> ReadAsync(TeamView team)
    {
        var edition = await questions.CurrentAsync();
        var members = await teams.MembersAsync(team);
        await using var db = await databases.CreateDbContextAsync();
        // Which questions count is what QuestionBank.Candidates says; a test compares every member with their own history page.
        var sums = await (
            from member in db.Set<TeamMember>()
            join card in db.Set<Card>() on member.LearnerId equals card.LearnerId
            join question in db.Set<Question>() on card.QuestionId equals question.Id
            join version in db.Set<QuestionVersion>() on question.CurrentVersion equals version.Id
            where member.TeamId == team.Id && !question.Retired && Grading.Kinds.Contains(version.Kind)
            group card.LastMark by new { member.Number, question.Section } into met
            select new { met.Key.Number, met.Key.Section, Seen = met.Count(), Marks = met.Sum() }).ToListAsync();
        var byMember = sums.ToLookup(sum => sum.Number);
        return new(Chapters(edition), [.. members.Select(member => new MapRow(
            member, byMember[member.Number].ToDictionary(sum => sum.Section, sum => (sum.Seen, sum.Marks), StringComparer.Ordinal)))]);
    }

    /// <summary>Those that have something to ask, in the book's order.</summary>
    private static MapChapter[] Chapters(QuestionChapters.Edition edition)
    {
        var counts = edition.Candidates.CountBy(question => question.Section, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. edition.Outline.Chapters.Select(chapter => new MapChapter(chapter.Slug, chapter.Title,
            [.. edition.Outline.SectionsOf(chapter).Where(section => counts.ContainsKey(section.Slug)).Select(section => new MapSection(section.Slug, section.Short, counts[section.Slug]))]))
            .Where(chapter => chapter.Sections.Count > 0)];
    }
}
