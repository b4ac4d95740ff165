using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Learners;

/// <summary>Where a reader goes on after signing in: only ever inside this site.</summary>
internal static class ReturnUrl
{
    public static string Of(string? asked) => IsOurs(asked) ? asked! : $"/{SiteLanguage.Current}/account";

    /// <summary>The address of another page that hands the wish on.</summary>
    public static string On(string page, string? asked) =>
        $"/{SiteLanguage.Current}/account/{page}{(IsOurs(asked) ? QueryString.Create("returnUrl", asked!) : "")}";

    private static bool IsOurs(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url);
}
