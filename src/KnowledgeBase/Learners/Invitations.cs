using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KnowledgeBase.Learners;

/// <summary>
/// A token that lets one email register, once and for some days. Nothing is stored: the token is sealed with the site's own
/// keys, and its email cannot be registered twice.
/// </summary>
internal sealed class Invitations(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    private readonly IDataProtector _seal = protection.CreateProtector("KnowledgeBase.Invitation.v1");

    public string Make(string email) =>
        _seal.Protect($"{(time.GetUtcNow() + Validity).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {email}");

    /// <summary>The invited email; null when the token is not ours or too old.</summary>
    public string? EmailOf(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            var parts = _seal.Unprotect(token).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Where the invited person goes, below the site's own address.</summary>
    public string Path(string email, string language) => $"/{language}/account/register{QueryString.Create("invitation", Make(email))}";
}
