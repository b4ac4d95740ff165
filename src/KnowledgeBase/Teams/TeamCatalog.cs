using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams;

/// <summary>Reads teams, always together with the member who asks.</summary>
internal sealed class TeamCatalog(IDbContextFactory<KnowledgeDb> databases, TimeProvider time)
{
    public async Task<IReadOnlyList<TeamView>> MineAsync(Guid learner)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Views(db, db.Set<TeamMember>().Where(member => member.LearnerId == learner)).ToListAsync();
    }

    /// <summary>Null: there is no such team, or it is none of the reader's; nobody can tell which.</summary>
    public async Task<TeamView?> FindAsync(Guid team, Guid? learner)
    {
        if (learner is null)
            return null;
        await using var db = await databases.CreateDbContextAsync();
        return await Views(db, db.Set<TeamMember>().Where(member => member.TeamId == team && member.LearnerId == learner)).FirstOrDefaultAsync();
    }

    public async Task<TeamView?> LedAsync(Guid team, Guid? learner) => await FindAsync(team, learner) is { IsLead: true } led ? led : null;

    /// <summary>In the order of their numbers. A name that the reader may not see does not leave the database.</summary>
    public async Task<IReadOnlyList<MemberRow>> MembersAsync(TeamView team)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from member in db.Set<TeamMember>()
            join learner in db.Set<Learner>() on member.LearnerId equals learner.Id
            where member.TeamId == team.Id
            orderby member.Number
            select new MemberRow(
                member.Number, team.IsLead || member.ShowsName || member.Number == team.Number ? learner.DisplayName : null,
                member.Role == TeamRole.Lead, member.ShowsName, member.Number == team.Number, member.JoinedAt)).ToListAsync();
    }

    public async Task<Invite> InviteAsync(TeamView led)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Team>().Where(team => team.Id == led.Id).Select(team => new Invite(team.InviteToken, team.InviteExpiresAt)).FirstAsync();
    }

    /// <summary>Null: no team has, or still has, this link.</summary>
    public async Task<InvitingTeam?> InvitingAsync(string token, Guid? learner)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Team>().Where(team => team.InviteToken == token).Select(team => new InvitingTeam(
            team.Id, team.Name,
            db.Set<TeamMember>().Count(member => member.TeamId == team.Id),
            team.InviteExpiresAt <= now,
            db.Set<TeamMember>().Any(member => member.TeamId == team.Id && member.LearnerId == learner))).FirstOrDefaultAsync();
    }

    private static IQueryable<TeamView> Views(KnowledgeDb db, IQueryable<TeamMember> of) =>
        from member in of
        join team in db.Set<Team>() on member.TeamId equals team.Id
        orderby team.Name, team.Id
        select new TeamView(
            team.Id, team.Name, member.Number, member.Role == TeamRole.Lead, member.ShowsName,
            db.Set<TeamMember>().Count(other => other.TeamId == team.Id));
}
