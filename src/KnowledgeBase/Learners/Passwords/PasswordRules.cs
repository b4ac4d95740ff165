using System.Text;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners.Passwords;

/// <summary>Long enough and not among those tried first. No rules of composition: they make passwords worse.</summary>
internal sealed class PasswordRules(IOptions<SiteOptions> site)
{
    public const int Shortest = 8;
    public const int Longest = 128;

    /// <summary>The key of what is wrong with it, or null.</summary>
    public string? Check(string password, string email, string name)
    {
        // Counted as a person counts: a Chinese character or an emoji is one.
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
            return "PasswordTooShort";
        if (password.Length > Longest)
            return "PasswordTooLong";
        var normal = password.Normalize(NormalizationForm.FormKC);
        if (CommonPasswords.Contains(normal, "knowledgebase", "knowledge", site.Value.Title))
            return "PasswordCommon";
        return CommonPasswords.Contains(normal, email, email.Split('@')[0], name) ? "PasswordPersonal" : null;
    }
}
