using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams;

/// <summary>What became of a wish to change a team.</summary>
internal enum TeamAct
{
    Done,

    /// <summary>No such team, or not the reader's to change: 404.</summary>
    NotYours,

    /// <summary>Something stands in the way; which, the act says.</summary>
    Refused,
}

/// <summary>
/// Founds, joins, leaves and changes teams. Looking and changing are one write with the team's row locked, so that two leads
/// who leave at once cannot leave a team without any.
/// </summary>
internal sealed class TeamBook(WriteQueue queue, TimeProvider time)
{
    public const int MostTeams = 20;
    public const int MostMembers = 500;

    /// <returns>Null: they are in too many teams already.</returns>
    public Task<Guid?> FoundAsync(Guid learner, string name) => queue.WriteAsync<Guid?>(writer =>
    {
        using var db = writer.Context();
        if (db.Set<TeamMember>().Count(member => member.LearnerId == learner) >= MostTeams)
            return null;
        var now = time.GetUtcNow();
        var team = new Team
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            CreatedAt = now,
            InviteToken = InviteLink.NewToken(),
            InviteExpiresAt = now + InviteLink.Validity,
            LastNumber = 1,
        };
        db.Add(team);
        db.Add(new TeamMember { TeamId = team.Id, LearnerId = learner, Number = 1, Role = TeamRole.Lead, JoinedAt = now });
        db.SaveChanges();
        return team.Id;
    });

    /// <summary>Refused: the team is full, or they are in too many already. Somebody who is in it stays as they are.</summary>
    public Task<(TeamAct Act, Guid Team)> JoinAsync(string token, Guid learner, bool showsName) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        var now = time.GetUtcNow();
        var id = db.Set<Team>().Where(team => team.InviteToken == token).Select(team => team.Id).FirstOrDefault();
        if (!Lock(db, id) || db.Set<Team>().FirstOrDefault(team => team.Id == id && team.InviteToken == token && team.InviteExpiresAt > now) is not { } found)
            return (TeamAct.NotYours, Guid.Empty);
        if (db.Set<TeamMember>().Any(member => member.TeamId == id && member.LearnerId == learner))
            return (TeamAct.Done, id);
        if (db.Set<TeamMember>().Count(member => member.TeamId == id) >= MostMembers || db.Set<TeamMember>().Count(member => member.LearnerId == learner) >= MostTeams)
            return (TeamAct.Refused, id);
        db.Add(new TeamMember { TeamId = id, LearnerId = learner, Number = ++found.LastNumber, Role = TeamRole.Member, ShowsName = showsName, JoinedAt = now });
        db.SaveChanges();
        return (TeamAct.Done, id);
    });

    public Task<TeamAct> ShowNameAsync(Guid team, Guid learner, bool shows) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        return Acted(db.Set<TeamMember>().Where(member => member.TeamId == team && member.LearnerId == learner)
            .ExecuteUpdate(set => set.SetProperty(member => member.ShowsName, shows)));
    });

    /// <summary>Refused: the last lead hands the team over first, or deletes it.</summary>
    public Task<TeamAct> LeaveAsync(Guid team, Guid learner) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (!Lock(db, team) || db.Set<TeamMember>().FirstOrDefault(member => member.TeamId == team && member.LearnerId == learner) is not { } leaving)
            return TeamAct.NotYours;
        if (leaving.Role == TeamRole.Lead && !db.Set<TeamMember>().Any(other => other.TeamId == team && other.LearnerId != learner && other.Role == TeamRole.Lead))
            return TeamAct.Refused;
        db.Remove(leaving);
        db.SaveChanges();
        return TeamAct.Done;
    });

    public Task<TeamAct> RenameAsync(Guid team, Guid lead, string name) => AsLeadAsync(team, lead, db =>
        Acted(db.Set<Team>().Where(row => row.Id == team).ExecuteUpdate(set => set.SetProperty(row => row.Name, name))));

    public Task<TeamAct> RenewLinkAsync(Guid team, Guid lead) => AsLeadAsync(team, lead, db => RenewLink(db, team));

    public Task<TeamAct> MakeLeadAsync(Guid team, Guid lead, int number) => AsLeadAsync(team, lead, db =>
        Acted(db.Set<TeamMember>().Where(member => member.TeamId == team && member.Number == number)
            .ExecuteUpdate(set => set.SetProperty(member => member.Role, TeamRole.Lead))));

    /// <summary>The link they came by stops working, or they would be back in a minute. Oneself one cannot remove, but leave.</summary>
    public Task<TeamAct> RemoveAsync(Guid team, Guid lead, int number) => AsLeadAsync(team, lead, db =>
        db.Set<TeamMember>().Where(member => member.TeamId == team && member.Number == number && member.LearnerId != lead).ExecuteDelete() > 0
            ? RenewLink(db, team)
            : TeamAct.NotYours);

    /// <summary>Refused: what was typed is not the team's name.</summary>
    public Task<TeamAct> DeleteAsync(Guid team, Guid lead, string typed) => AsLeadAsync(team, lead, db =>
        db.Set<Team>().Where(row => row.Id == team && row.Name == typed).ExecuteDelete() > 0 ? TeamAct.Done : TeamAct.Refused);

    internal Task<TeamAct> AsLeadAsync(Guid team, Guid lead, Func<KnowledgeDb, TeamAct> act) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        return Lock(db, team) && db.Set<TeamMember>().Any(member => member.TeamId == team && member.LearnerId == lead && member.Role == TeamRole.Lead)
            ? act(db)
            : TeamAct.NotYours;
    });

    internal static TeamAct Acted(int rows) => rows > 0 ? TeamAct.Done : TeamAct.NotYours;

    // Of several servers each has a writer of its own: changing the row to what it is holds it until the end on both databases.
    internal static bool Lock(KnowledgeDb db, Guid team) =>
        db.Set<Team>().Where(row => row.Id == team).ExecuteUpdate(set => set.SetProperty(row => row.Name, row => row.Name)) > 0;

    private TeamAct RenewLink(KnowledgeDb db, Guid team)
    {
        var (token, expires) = (InviteLink.NewToken(), time.GetUtcNow() + InviteLink.Validity);
        return Acted(db.Set<Team>().Where(row => row.Id == team)
            .ExecuteUpdate(set => set.SetProperty(row => row.InviteToken, token).SetProperty(row => row.InviteExpiresAt, expires)));
    }
}
