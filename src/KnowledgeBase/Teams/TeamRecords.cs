using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using KnowledgeBase.Teams.Assignments;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams;

/// <summary>A learner's memberships, for their export; and what becomes of the teams that they alone lead.</summary>
internal sealed class TeamRecords : ILearnerRecords
{
    public string Name => "teams";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var teams = await (
            from member in db.Set<TeamMember>()
            join team in db.Set<Team>() on member.TeamId equals team.Id
            where member.LearnerId == learner
            orderby member.JoinedAt
            select new { team.Id, team.Name, member.Role, member.Number, member.ShowsName, member.JoinedAt }).ToListAsync(cancellation);
        var assigned = (await db.Set<Assignment>().AsNoTracking().Where(assignment => assignment.CreatedBy == learner)
            .OrderBy(assignment => assignment.CreatedAt).ToListAsync(cancellation)).ToLookup(assignment => assignment.TeamId);
        return teams.Count == 0 ? null : teams.Select(team => new
        {
            team.Name,
            role = team.Role.ToString(),
            team.Number,
            team.ShowsName,
            team.JoinedAt,
            assigned = assigned[team.Id].Select(one => new { kind = one.Kind.ToString(), one.Key, one.Title, one.DueAt, one.CreatedAt, one.WithdrawnAt }),
        });
    }

    // A guest is in no team: founding and joining want an account, which is the same row ever after.
    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) => Task.FromResult(0);

    public string Say(int count) => "";

    public Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A team that loses its last lead goes to whoever has been in it longest; one that loses its last member ends.</summary>
    public async Task BeforeDeletingAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var members = db.Set<TeamMember>();
        foreach (var team in await members.Where(member => member.LearnerId == learner).OrderBy(member => member.TeamId).Select(member => member.TeamId).ToListAsync(cancellation))
        {
            if (!TeamBook.Lock(db, team))
                continue;
            var others = members.Where(member => member.TeamId == team && member.LearnerId != learner);
            if (await others.AnyAsync(other => other.Role == TeamRole.Lead, cancellation))
                continue;
            if (await others.OrderBy(other => other.JoinedAt).ThenBy(other => other.Number).FirstOrDefaultAsync(cancellation) is not { } heir)
                await db.Set<Team>().Where(row => row.Id == team).ExecuteDeleteAsync(cancellation);
            else
                heir.Role = TeamRole.Lead;
        }
        await db.SaveChangesAsync(cancellation);
    }
}
