using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace KnowledgeBase.Learners;

/// <summary>Names and addresses as people type them, made fit to be kept and shown to others.</summary>
internal static class PersonalText
{
    public const int LongestName = 60;
    public const int LongestEmail = 254;

    private static readonly EmailAddressAttribute Shape = new();

    /// <summary>One line without invisible characters: a right-to-left override could dress one name up as another.</summary>
    public static string Name(string? typed)
    {
        var name = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                name.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                name.Append(rune.ToString());
        }
        return string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Email(string? typed) => (typed ?? "").Trim();

    public static string? CheckName(string name) => name.Length switch
    {
        0 => "NameMissing",
        > LongestName => "NameTooLong",
        _ => null,
    };

    public static string? CheckEmail(string email) =>
        email.Length is > 0 and <= LongestEmail && Shape.IsValid(email) && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? null
            : "EmailWrong";

    /// <summary>What stands in the circle when there is no picture: the first letter of a name as people count letters.</summary>
    public static string Initial(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name).ToUpperInvariant();
}
