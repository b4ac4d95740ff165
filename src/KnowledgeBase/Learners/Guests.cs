using System.Security.Claims;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners;

/// <summary>Gives a visitor an identity with the first thing worth keeping, never with the first visit.</summary>
internal sealed class Guests(WriteQueue queue, SignInManager<Learner> signIn, TimeProvider time)
{
    /// <summary>The learner of this request; a new guest, signed in by cookie, if there is none yet.</summary>
    public async Task<Guid> EnsureAsync(ClaimsPrincipal current)
    {
        if (current.LearnerId() is { } id)
            return id;

        var guest = Learner.New(time.GetUtcNow());
        // Guests arrive together with the first attempts of a whole class, so they share the commits of the queue.
        await queue.WriteAsync(writer =>
        {
            using var db = writer.Context();
            db.Add(guest);
            return db.SaveChanges();
        });
        await signIn.SignInAsync(guest, isPersistent: true);
        return guest.Id;
    }
}
