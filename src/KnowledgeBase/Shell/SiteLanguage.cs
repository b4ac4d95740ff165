using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace KnowledgeBase.Shell;

/// <summary>The page's language is the first segment of its address.</summary>
internal static class SiteLanguage
{
    public const string Default = "zh";
    private static readonly string[] All = ["zh", "en"];

    /// <summary>"zh" or "en": that of the page being made.</summary>
    // By name: on a machine without ICU a culture knows nothing else of itself.
    public static string Current => CultureInfo.CurrentUICulture.Name is "en" or ['e', 'n', '-', ..] ? "en" : "zh";

    public static string Other => Current == "en" ? "zh" : "en";

    /// <summary>As the <c>lang</c> attribute wants it: which Chinese decides the shapes of characters.</summary>
    public static string Tag(string language) => language == "en" ? "en" : "zh-CN";

    public static bool IsKnown(string? language) => language is not null && All.Contains(language, StringComparer.Ordinal);

    /// <summary>Null when the address names no language (assets, the API, the root).</summary>
    public static string? Of(PathString path)
    {
        var first = path.Value?.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return IsKnown(first) ? first : null;
    }

    public static RequestLocalizationOptions Localization()
    {
        var options = new RequestLocalizationOptions()
            .SetDefaultCulture(Default).AddSupportedCultures(All).AddSupportedUICultures(All);
        options.RequestCultureProviders.Insert(0, new CustomRequestCultureProvider(context => Task.FromResult(
            Of(context.Request.Path) is { } language ? new ProviderCultureResult(language) : null)));
        return options;
    }
}

/// <summary><c>{lang:lang}</c> in a route: zh or en.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        SiteLanguage.IsKnown(values[routeKey] as string);
}
