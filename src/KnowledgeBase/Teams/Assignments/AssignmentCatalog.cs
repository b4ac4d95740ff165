using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>Reads what teams are to do, and who has done it.</summary>
internal sealed class AssignmentCatalog(IDbContextFactory<KnowledgeDb> databases, TeamCatalog teams, TimeProvider time)
{
    /// <summary>Something missed this long ago is no longer asked for.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(30);

    /// <summary>An interview stays on the list this long after it began.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromHours(2);

    /// <summary>By date. Of the others a member learns the counts alone.</summary>
    public async Task<IReadOnlyList<AssignmentRow>> ListAsync(TeamView team) => [.. (await ReadAsync(team, null)).Select(sheet => sheet.Assignment)];

    /// <summary>For leads: everybody's results.</summary>
    public Task<IReadOnlyList<AssignmentSheet>> SheetsAsync(TeamView led) => ReadAsync(led, null);

    public async Task<AssignmentSheet?> SheetAsync(TeamView led, Guid assignment) => (await ReadAsync(led, assignment)) is [var sheet] ? sheet : null;

    /// <summary>What the learner has yet to do for their teams, by date.</summary>
    public async Task<IReadOnlyList<DueRow>> DueAsync(Guid learner)
    {
        var now = time.GetUtcNow();
        var (missed, begun) = (now - Reminder, now - Sitting);
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from member in db.Set<TeamMember>()
            join team in db.Set<Team>() on member.TeamId equals team.Id
            join assignment in db.Set<Assignment>() on member.TeamId equals assignment.TeamId
            where member.LearnerId == learner && assignment.WithdrawnAt == null && member.JoinedAt <= assignment.DueAt && assignment.DueAt > missed
                && (assignment.Kind == AssignmentKind.Interview
                    ? assignment.DueAt > begun
                    : db.Set<Paper>().Any(paper => paper.Key == assignment.Key && !paper.Retired)
                        && !db.Set<Attempt>().Any(attempt => attempt.LearnerId == learner && attempt.PaperKey == assignment.Key
                            && attempt.ClosedAt >= assignment.CreatedAt && attempt.RetryOf == null))
            orderby assignment.DueAt, assignment.Id
            select new DueRow(team.Id, team.Name, assignment.Kind, assignment.Key, assignment.Title, assignment.DueAt)).ToListAsync();
    }

    public async Task<int> CountDueAsync(Guid learner) => (await DueAsync(learner)).Count;

    private async Task<IReadOnlyList<AssignmentSheet>> ReadAsync(TeamView team, Guid? only)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var assignments = await db.Set<Assignment>().AsNoTracking()
            .Where(assignment => assignment.TeamId == team.Id && assignment.WithdrawnAt == null && (only == null || assignment.Id == only))
            .OrderBy(assignment => assignment.DueAt).ThenBy(assignment => assignment.Id).ToListAsync();
        if (assignments.Count == 0)
            return [];
        var members = await teams.MembersAsync(team);
        var results = await AssignmentResults.ReadAsync(db, assignments);
        return [.. assignments.Select(assignment =>
        {
            if (assignment.Kind != AssignmentKind.Paper)
                return new AssignmentSheet(Row(assignment, true, null, null), []);
            MemberSheet[] all = [.. members.Select(member => new MemberSheet(member, results.Of(assignment, member.Number, member.JoinedAt, now)))];
            return new(Row(assignment, results.IsOffered(assignment.Key), AssignmentCounts.Of([.. all.Select(one => one.Result)]), all.FirstOrDefault(one => one.Member.IsMe)?.Result), all);
        })];
    }

    private static AssignmentRow Row(Assignment assignment, bool offered, AssignmentCounts? counts, MemberResult? mine) =>
        new(assignment.Id, assignment.Kind, assignment.Key, assignment.Title, assignment.DueAt, assignment.CreatedAt, offered, counts, mine);
}
