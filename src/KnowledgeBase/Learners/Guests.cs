using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners;

/// <summary>Gives a visitor an identity with the first thing worth keeping, never with the first visit.</summary>
internal sealed class Guests(UserManager<Learner> learners, SignInManager<Learner> signIn, TimeProvider time)
{
    /// <summary>The learner of this request; a new guest, signed in by cookie, if there is none yet.</summary>
    public async Task<Guid> EnsureAsync(ClaimsPrincipal current)
    {
        if (current.LearnerId() is { } id)
            return id;

        var guest = new Learner { Id = Guid.CreateVersion7(), CreatedAt = time.GetUtcNow() };
        guest.UserName = $"guest-{guest.Id:N}";
        var created = await learners.CreateAsync(guest);
        if (!created.Succeeded)
            throw new InvalidOperationException($"No guest could be made: {created}");
        await signIn.SignInAsync(guest, isPersistent: true);
        return guest.Id;
    }
}

internal static class LearnerPrincipal
{
    /// <summary>Null for a visitor who has kept nothing yet.</summary>
    public static Guid? LearnerId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
