namespace KnowledgeBase.Shell;

/// <summary>The bare address leads to the reader's language: as last chosen, else as the browser asks, else Chinese.</summary>
internal static class RootRedirect
{
    /// <summary>Set by theme.js on every page, so that it follows the language switch without a form.</summary>
    public const string Cookie = "lang";

    public static void MapRoot(this IEndpointRouteBuilder app) => app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
    {
        context.Response.Headers.Vary = "Cookie, Accept-Language";
        return TypedResults.Redirect("/" + Language(context.Request));
    }).ExcludeFromDescription();

    private static string Language(HttpRequest request) =>
        request.Cookies[Cookie] is { } chosen && SiteLanguage.IsKnown(chosen)
            ? chosen
            : request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(SiteLanguage.IsKnown) ?? SiteLanguage.Default;
}
