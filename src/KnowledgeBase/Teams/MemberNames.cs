using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Teams;

internal static class MemberNames
{
    /// <summary>The name, or "member 3" where the reader may not see it.</summary>
    public static string NameOf(this IStringLocalizer<Words> words, MemberRow member) => member.Name ?? words["MemberNumber", member.Number];
}
