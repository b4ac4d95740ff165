using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>Leads assign, put off and withdraw.</summary>
internal sealed class AssignmentBook(TeamBook teams, TimeProvider time)
{
    /// <summary>Of one team at a time; what is over does not count.</summary>
    public const int Most = 100;

    /// <summary>Refused: this paper is assigned already and not yet due, or there are too many.</summary>
    public Task<TeamAct> AddAsync(Guid team, Guid lead, AssignmentKind kind, string key, Bilingual title, DateTimeOffset due) => teams.AsLeadAsync(team, lead, db =>
    {
        var now = time.GetUtcNow();
        var current = db.Set<Assignment>().Where(other => other.TeamId == team && other.WithdrawnAt == null && other.DueAt >= now);
        if (current.Count() >= Most || (kind == AssignmentKind.Paper && current.Any(other => other.Kind == kind && other.Key == key)))
            return TeamAct.Refused;
        db.Add(new Assignment { Id = Guid.CreateVersion7(now), TeamId = team, Kind = kind, Key = key, Title = title, DueAt = due, CreatedBy = lead, CreatedAt = now });
        db.SaveChanges();
        return TeamAct.Done;
    });

    public Task<TeamAct> MoveAsync(Guid team, Guid lead, Guid assignment, DateTimeOffset due) => teams.AsLeadAsync(team, lead, db =>
        TeamBook.Acted(Standing(db, team, assignment).ExecuteUpdate(set => set.SetProperty(row => row.DueAt, due))));

    public Task<TeamAct> WithdrawAsync(Guid team, Guid lead, Guid assignment) => teams.AsLeadAsync(team, lead, db =>
    {
        DateTimeOffset? now = time.GetUtcNow();
        return TeamBook.Acted(Standing(db, team, assignment).ExecuteUpdate(set => set.SetProperty(row => row.WithdrawnAt, now)));
    });

    private static IQueryable<Assignment> Standing(KnowledgeDb db, Guid team, Guid assignment) =>
        db.Set<Assignment>().Where(row => row.Id == assignment && row.TeamId == team && row.WithdrawnAt == null);
}
