using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Shell;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Learners;

/// <summary>Who is reading. Pages are the same for everybody and cached; the header asks this after load.</summary>
internal sealed record Me(bool Guest, string Name, string Initial, string Role)
{
    /// <summary>What other folders add, by name: <c>due</c>. Null where there is nothing to say.</summary>
    [JsonExtensionData]
    public Dictionary<string, object>? Facts { get; init; }
}

/// <summary>A fresh antiforgery token, for a page that was open while its reader signed in elsewhere.</summary>
internal sealed record FormToken(string Token);

internal static class LearnerApi
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public static void MapLearnerApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me", WhoAmI).WithSummary("The reader's name and role, for the header; with facts=true also what is due");
        app.MapGet("/api/token", Token).WithSummary("A fresh antiforgery token for the header RequestVerificationToken");
        app.MapGet("/{lang:lang}/account/export", ExportAsync).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<Ok<Me>> WhoAmI(HttpContext context, FactsAboutMe about, bool facts = false)
    {
        context.Response.Headers.CacheControl = "no-store";
        var user = context.User;
        var name = user.Identity?.Name ?? "";
        var role = Enum.GetValues<LearnerRole>().Where(role => user.IsInRole(role.ToString())).DefaultIfEmpty(LearnerRole.Learner).Single();
        // Every page asks who is reading, and few show anything that costs a query.
        var known = facts ? await about.OfAsync(user) : [];
        return TypedResults.Ok(new Me(!user.IsRegistered(), name, PersonalText.Initial(name), role.ToString().ToLowerInvariant()) { Facts = known.Count > 0 ? known : null });
    }

    private static Ok<FormToken> Token(HttpContext context, IAntiforgery antiforgery)
    {
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new FormToken(token));
    }

    private static async Task<FileContentHttpResult> ExportAsync(HttpContext context, Belongings belongings, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        var everything = await belongings.ExportAsync(context.User.LearnerId()!.Value, context.RequestAborted);
        var name = SiteLanguage.Current == "en" ? "my-records" : "我的记录";
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(everything, Readable), "application/json", $"{name}-{time.GetUtcNow():yyyy-MM-dd}.json");
    }
}
