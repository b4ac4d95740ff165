using System.Buffers.Text;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Learners;

/// <summary>The account itself. Secrets (password hash, stamps, a passkey's public key) are no use to anybody and stay out.</summary>
internal sealed class ProfileRecords : ILearnerRecords
{
    public string Name => "profile";

    public async Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation)
    {
        var passkeys = await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking()
            .Where(passkey => passkey.UserId == learner).ToListAsync(cancellation);
        var row = await db.Set<Learner>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == learner, cancellation);
        return row is null ? null : new
        {
            row.Id,
            row.DisplayName,
            row.Email,
            role = row.Role.ToString(),
            row.CreatedAt,
            row.RegisteredAt,
            passkeys = passkeys.Select(passkey => new
            {
                id = Base64Url.EncodeToString(passkey.CredentialId),
                passkey.Data.Name,
                passkey.Data.CreatedAt,
            }),
        };
    }

    // A guest has no profile to take along.
    public Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) => Task.FromResult(0);

    public string Say(int count) => "";

    public Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation) => Task.CompletedTask;
}
