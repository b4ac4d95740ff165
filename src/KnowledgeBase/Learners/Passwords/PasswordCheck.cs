using System.Security.Cryptography;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Learners.Passwords;

/// <summary>
/// Is this the password of this email? Known and unknown emails, locked and open accounts take the same steps, so that neither
/// answer nor time tells them apart.
/// </summary>
internal sealed class PasswordCheck
{
    /// <summary>Wrong passwords in a row before an account pauses.</summary>
    public const int Tries = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly Learner Nobody = new();
    private static string? _decoy;

    private readonly KnowledgeDb _db;
    private readonly UserManager<Learner> _learners;
    private readonly TimeProvider _time;

    public PasswordCheck(KnowledgeDb db, UserManager<Learner> learners, TimeProvider time)
    {
        (_db, _learners, _time) = (db, learners, time);
        // A hash that no password fits, checked in place of an unknown person's. Made here, where every first caller pays for it.
        _decoy ??= learners.PasswordHasher.HashPassword(Nobody, RandomNumberGenerator.GetHexString(64));
    }

    /// <summary>The learner, if the password is right and the account is neither paused nor disabled.</summary>
    public async Task<Learner?> FindAsync(string email, string password, CancellationToken cancellation)
    {
        var learner = await _learners.FindByEmailAsync(email);
        return await IsRightAsync(learner, email, password, cancellation) ? learner : null;
    }

    /// <summary>For somebody already signed in who is about to change something that matters.</summary>
    public Task<bool> ConfirmAsync(Learner learner, string password, CancellationToken cancellation) =>
        IsRightAsync(learner, learner.Email ?? "", password, cancellation);

    private async Task<bool> IsRightAsync(Learner? learner, string email, string password, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        // No password is longer; hashing a megabyte would only keep the processor busy.
        var tried = password.Length <= PasswordRules.Longest ? password : "";
        var verdict = _learners.PasswordHasher.VerifyHashedPassword(learner ?? Nobody, learner?.PasswordHash ?? _decoy!, tried);
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
        var normalized = _learners.NormalizeEmail(email);
        DateTimeOffset? until = now + Pause;
        return _db.Set<Learner>()
            .Where(learner => learner.NormalizedEmail == normalized && (learner.LockoutEnd == null || learner.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(learner => learner.LockoutEnd, learner => learner.AccessFailedCount + 1 >= Tries ? until : learner.LockoutEnd)
                .SetProperty(learner => learner.AccessFailedCount, learner => learner.AccessFailedCount + 1 >= Tries ? 0 : learner.AccessFailedCount + 1),
                cancellation);
    }

    private Task<int> ForgiveAsync(Guid id, CancellationToken cancellation) =>
        _db.Set<Learner>().Where(learner => learner.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(learner => learner.AccessFailedCount, 0), cancellation);
}
