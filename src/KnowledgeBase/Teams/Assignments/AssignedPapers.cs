using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>A section that gets another slug takes its paper along, and whoever was asked to sit that.</summary>
internal sealed class AssignedPapers : IContentKind
{
    public Task RenameAsync(KnowledgeDb db, string from, string to)
    {
        var (old, now) = ($"section-{from}", $"section-{to}");
        return db.Set<Assignment>().Where(assignment => assignment.Kind == AssignmentKind.Paper && assignment.Key == old)
            .ExecuteUpdateAsync(set => set.SetProperty(assignment => assignment.Key, now));
    }
}
