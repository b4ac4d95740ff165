using System.Security.Cryptography;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Eight characters that nobody mistakes for each other, read aloud and typed on a phone: 30⁸ of them.</summary>
internal static class RoomCode
{
    public const int Length = 8;

    // Neither I, L and 1 nor O and 0 nor U and V side by side.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is stored; null if it cannot be a code. Case, dashes and spaces do not matter.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 40 })
            return null;
        var code = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '—' or '－'))).Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
        return code.Length == Length && code.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>As it is shown: two halves are easier to keep in mind than eight letters.</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..]}";
}
