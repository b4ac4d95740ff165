using System.Security.Claims;
using KnowledgeBase.Learners.Passwords;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners;

/// <summary>In, with a password or a passkey, taking a guest's work along; and out.</summary>
internal sealed class Entrance(SignInManager<Learner> signIn, PasswordCheck passwords, Belongings belongings)
{
    public async Task<bool> WithPasswordAsync(ClaimsPrincipal current, string email, string password, CancellationToken cancellation)
    {
        if (await passwords.FindAsync(email, password, cancellation) is not { } learner)
            return false;
        await EnterAsync(current, learner, cancellation);
        return true;
    }

    public async Task<bool> WithPasskeyAsync(ClaimsPrincipal current, string credential, CancellationToken cancellation)
    {
        var assertion = await AssertAsync(credential);
        // A pause after wrong passwords does not concern somebody who needs none.
        if (assertion is not { Succeeded: true, User: { IsDisabled: false } learner })
            return false;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(learner, assertion.Passkey);
        await EnterAsync(current, learner, cancellation);
        return true;
    }

    /// <summary>A new session, in place of the guest's, whose work becomes the account's.</summary>
    public async Task EnterAsync(ClaimsPrincipal current, Learner learner, CancellationToken cancellation)
    {
        if (current.IsGuest() && current.LearnerId() is { } guest && guest != learner.Id)
            await belongings.MoveAsync(guest, learner.Id, cancellation);
        await signIn.SignInAsync(learner, isPersistent: true);
    }

    public Task LeaveAsync() => signIn.SignOutAsync();

    // The framework throws when the ceremony was never begun or began too long ago; to a reader it simply did not work.
    private async Task<PasskeyAssertionResult<Learner>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
