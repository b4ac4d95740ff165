using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace KnowledgeBase.Shell;

/// <summary>What people see when something is refused or fails: a page in their language, or problem+json under /api.</summary>
internal static class Errors
{
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions()).UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), page =>
        {
            page.UseExceptionHandler("/error/500", createScopeForErrors: true);
            page.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
        app.Use(AsGet);
    }

    /// <summary>The framework only records that a token was missing or wrong; this refuses the request.</summary>
    public static void UseAntiforgeryRefusal(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await next(context);
    });

    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    // Re-execution keeps the method: a refused POST would be posted to the error page, and refused again.
    private static Task AsGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
        {
            if (!HttpMethods.IsHead(context.Request.Method))
                context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        return next(context);
    }
}
