namespace KnowledgeBase.Teams.Assignments;

/// <summary>Where an interview is held: a room's code or a link, or nothing yet.</summary>
internal static class MeetingPlace
{
    public const int Longest = 300;

    private const int CodeLength = 8;

    /// <summary>As it is kept; null if it is neither.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        var code = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return text.Length == 0 ? "" : IsCode(code) ? code : IsLink(text) ? new Uri(text).AbsoluteUri : null;
    }

    /// <summary>Null: there is nowhere to go.</summary>
    public static string? Address(string kept, string language) => IsCode(kept) ? $"/{language}/interviews/{kept}" : IsLink(kept) ? kept : null;

    public static bool IsCode(string text) => text.Length == CodeLength && text.All(char.IsAsciiLetterOrDigit);

    // A name before the @ could dress one address up as another.
    private static bool IsLink(string text) => text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) && link.UserInfo.Length == 0 && link.AbsoluteUri.Length <= Longest;
}
