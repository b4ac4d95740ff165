using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners;

internal static class LearnerPrincipal
{
    /// <summary>Null for a visitor who has kept nothing yet.</summary>
    public static Guid? LearnerId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Has an identity, but no account.</summary>
    public static bool IsGuest(this ClaimsPrincipal principal) => principal.HasClaim(LearnerPrincipals.Guest, LearnerPrincipals.Yes);

    public static bool IsRegistered(this ClaimsPrincipal principal) => principal.LearnerId() is not null && !principal.IsGuest();
}

/// <summary>
/// What a session knows about its learner, so that no page asks the database for it. A guest is authenticated too and keeps the
/// same <see cref="ClaimTypes.NameIdentifier"/> when registering: antiforgery tokens of pages already open stay valid.
/// </summary>
internal sealed class LearnerPrincipals(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Learner>
{
    public const string Guest = "guest";
    public const string Yes = "yes";

    public Task<ClaimsPrincipal> CreateAsync(Learner user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, user.DisplayName));
        identity.AddClaim(new(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        if (user.RegisteredAt is null)
            identity.AddClaim(new(Guest, Yes));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
