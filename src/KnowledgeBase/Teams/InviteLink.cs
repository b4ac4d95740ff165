using System.Buffers.Text;
using System.Security.Cryptography;

namespace KnowledgeBase.Teams;

/// <summary>The link by which people join a team: 128 random bits, for some days, until a lead replaces it.</summary>
internal static class InviteLink
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    private const int Bytes = 16;

    /// <summary>Of the token as it is written.</summary>
    public static readonly int Length = Base64Url.GetEncodedLength(Bytes);

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Below the site's own address. What is not a token is escaped and leads nowhere.</summary>
    public static string Path(string token, string language) => $"/{language}/teams/join/{Uri.EscapeDataString(token)}";
}
