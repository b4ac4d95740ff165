
namespace KnowledgeBase.Shell;

internal static class ShellFeature
{
    public static void AddShell(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddLocalization();
        builder.Services.AddProblemDetails();
        builder.Services.AddAntiforgery();
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>("lang"));
        builder.Services.AddSingleton(TimeProvider.System);
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseRequestLocalization(SiteLanguage.Localization());
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
        app.MapGet("/", () => Results.Redirect("/" + SiteLanguage.Default));
    }
}
