using KnowledgeBase.Learners.Passwords;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KnowledgeBase.Learners.Passkeys;

/// <summary>The first step of both ceremonies: what the browser shall ask the authenticator for. The page's form does the second.</summary>
internal static class PasskeysApi
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/api/passkeys").RequireRateLimiting(LearnerLimits.SignIn)
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        passkeys.MapPost("/request-options", RequestAsync);
        passkeys.MapPost("/creation-options", CreateAsync).RequireAuthorization(LearnerPolicies.Registered);
    }

    private static async Task<ContentHttpResult> RequestAsync(HttpContext context, SignInManager<Learner> signIn)
    {
        context.Response.Headers.CacheControl = "no-store";
        // For nobody in particular: the authenticator says whose passkey it is, so this tells nothing about who has an account.
        return TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult, UnauthorizedHttpResult>> CreateAsync(
        [FromForm(Name = PasskeyForm.PasswordField)] string? password, HttpContext context, SignInManager<Learner> signIn, PasswordCheck passwords)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } learner)
            return TypedResults.Unauthorized();
        // Whoever finds the session open must not get a key of their own to it.
        if (!await passwords.ConfirmAsync(learner, password ?? "", context.RequestAborted))
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden);
        var entity = new PasskeyUserEntity { Id = learner.Id.ToString(), Name = learner.Email!, DisplayName = learner.DisplayName };
        return TypedResults.Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }
}
