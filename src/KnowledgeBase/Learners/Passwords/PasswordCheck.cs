using System.Security.Cryptography;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners.Passwords;

/// <summary>
/// Is this the password of this email? Known and unknown emails, locked and open accounts take the same steps, so that neither
/// answer nor time tells them apart.
/// </summary>
internal sealed class PasswordCheck(KnowledgeDb db, UserManager<Learner> learners, DecoyHash decoy, TimeProvider time)
{
    /// <summary>Wrong passwords in a row before an account pauses.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>The learner, if the password is right and the account is neither paused nor disabled.</summary>
    public async Task<Learner?> FindAsync(string email, string password, CancellationToken cancellation)
    {
        var learner = await learners.FindByEmailAsync(email);
        return await IsRightAsync(learner, email, password, cancellation) ? learner : null;
    }

    /// <summary>For somebody already signed in who is about to change something that matters.</summary>
    public Task<bool> ConfirmAsync(Learner learner, string password, CancellationToken cancellation) =>
        IsRightAsync(learner, learner.Email ?? "", password, cancellation);

    private async Task<bool> IsRightAsync(Learner? learner, string email, string password, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // No password is longer; hashing a megabyte would only keep the processor busy.
        var tried = password.Length <= PasswordRules.Longest ? password : "";
        var verdict = learners.PasswordHasher.VerifyHashedPassword(learner ?? DecoyHash.Nobody, learner?.PasswordHash ?? decoy.Hash, tried);
        var right = verdict != PasswordVerificationResult.Failed && learner?.PasswordHash is not null;
        if (!right)
            await CountAsync(email, now, cancellation);
        if (!right || learner!.LockoutEnd > now)
            return false;
        if (learner.AccessFailedCount > 0)
            await ForgiveAsync(learner.Id, cancellation);
        return true;
    }

    // One statement, so that guesses made at the same moment are all counted. For an unknown email it runs and finds nobody.
    private Task<int> CountAsync(string email, DateTimeOffset now, CancellationToken cancellation)
    {
        var normalized = learners.NormalizeEmail(email);
        DateTimeOffset? until = now + Pause;
        return db.Set<Learner>()
            .Where(learner => learner.NormalizedEmail == normalized && (learner.LockoutEnd == null || learner.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(learner => learner.LockoutEnd, learner => learner.AccessFailedCount + 1 >= Tries ? until : learner.LockoutEnd)
                .SetProperty(learner => learner.AccessFailedCount, learner => learner.AccessFailedCount + 1 >= Tries ? 0 : learner.AccessFailedCount + 1),
                cancellation);
    }

    private Task<int> ForgiveAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Learner>().Where(learner => learner.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(learner => learner.AccessFailedCount, 0), cancellation);
}

/// <summary>A hash that no password fits, checked in place of an unknown person's; as costly as a real one.</summary>
internal sealed class DecoyHash(IOptions<PasswordHasherOptions> options)
{
    public static readonly Learner Nobody = new();

    // Made with the first password check of all, whoever asks, so that its cost tells nothing.
    public string Hash { get; } = new PasswordHasher<Learner>(options).HashPassword(Nobody, RandomNumberGenerator.GetHexString(64));
}
