using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Shell;

/// <summary>The same strict policy on every answer, errors included.</summary>
internal static class SecurityHeaders
{
    /// <summary>Must come after the endpoints are mapped: the policy allows the import map by its hash.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        var importMap = app.Services.GetRequiredService<ImportMap>();
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(importMap.Json)));
        var policies = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddScriptSrc().Self().WithHash256(hash);
                policy.AddStyleSrc().Self();
                // KaTeX places its boxes by style attributes; they cannot load or run anything.
                policy.AddStyleSrcAttr().UnsafeInline();
                policy.AddImgSrc().Self().Data();
                policy.AddFontSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddManifestSrc().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().None();
                policy.AddFrameAncestors().None();
            })
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 365 * 24 * 3600)
            .AddCustomHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        app.UseSecurityHeaders(policies);
        app.Use(Documents);
    }

    /// <summary>Headers for pages only: nothing private is kept by a browser, and hovering over a link to the book prefetches it.</summary>
    private static Task Documents(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.Remove("blazor-enhanced-nav");
            // Components redirect to absolute addresses, which lead astray behind a proxy that does not hand the Host on.
            var here = $"{context.Request.Scheme}://{context.Request.Host}";
            if (headers.Location is [{ } target] && target.StartsWith(here + "/", StringComparison.Ordinal))
                headers.Location = target[here.Length..];
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                headers["Speculation-Rules"] = $"\"{SpeculationRules.Address}\"";
                if (headers.ETag.Count == 0)
                    headers.CacheControl = "no-store";
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}

/// <summary>Which links a browser may fetch before they are clicked: the book, never anything that belongs to a person.</summary>
internal static class SpeculationRules
{
    public const string Address = "/speculation-rules.json";

    private const string Rules = """
        {"prefetch":[{"where":{"or":[{"href_matches":"/zh/read/*"},{"href_matches":"/en/read/*"},{"href_matches":"/zh/read"},{"href_matches":"/en/read"}]},"eagerness":"moderate"}]}
        """;

    public static void MapSpeculationRules(this IEndpointRouteBuilder app) => app.MapGet(Address, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "max-age=86400";
        return TypedResults.Text(Rules, "application/speculationrules+json");
    }).ExcludeFromDescription();
}
