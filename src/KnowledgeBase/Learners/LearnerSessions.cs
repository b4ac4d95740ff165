using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners;

/// <summary>How long a session lives, in which cookie, and where those without one are sent.</summary>
internal static class LearnerSessions
{
    /// <summary>Signing out everywhere, disabling, or a new role takes effect after at most this long.</summary>
    public static readonly TimeSpan StampInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public static void AddLearnerSessions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IHttpContextAccessor>((options, context) =>
        {
            options.Cookie = new HostCookie("learner", context);
            options.ExpireTimeSpan = Lifetime;
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = redirect => SendToSignIn(redirect, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = redirect => SendToSignIn(redirect, StatusCodes.Status403Forbidden);
        });
        // Holds a passkey's challenge between the two steps of the ceremony.
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).Configure<IHttpContextAccessor>((options, context) =>
            options.Cookie = new HostCookie("passkey", context));
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, context) => options.Cookie = new HostCookie("form", context));
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = StampInterval;
            options.TimeProvider = time;
        });
    }

    // A guest who lacks an account can get one; an account that lacks a role cannot.
    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> redirect, int otherwise)
    {
        var request = redirect.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || redirect.HttpContext.User.IsRegistered())
        {
            redirect.Response.StatusCode = otherwise;
            return Task.CompletedTask;
        }
        var back = HttpMethods.IsGet(request.Method) ? QueryString.Create("returnUrl", request.Path + request.QueryString) : QueryString.Empty;
        redirect.Response.Redirect($"/{SiteLanguage.Current}/account/sign-in{back}");
        return Task.CompletedTask;
    }
}
