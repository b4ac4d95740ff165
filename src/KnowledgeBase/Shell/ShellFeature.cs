namespace KnowledgeBase.Shell;

internal static class ShellFeature
{
    public static void AddShell(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorComponents();
        builder.Services.AddLocalization();
        builder.Services.AddProblemDetails();
        builder.Services.AddAntiforgery();
        builder.Services.AddPageCache();
        builder.Services.AddRateLimits();
        builder.Services.AddSingleton<ImportMap>();
        builder.Services.AddOpenApi();
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>("lang"));
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AnswerHead();
        app.MapRoot();
        app.MapSpeculationRules();
        app.MapOpenApi();
    }

    /// <summary>The pipeline, outermost first. Call it after everything is mapped.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.Services.GetRequiredService<ImportMap>().Fill(app);

        // Before the error pages, so that they speak the language of the address that failed.
        app.UseRequestLocalization(SiteLanguage.Localization());
        app.UseSecurity();
        app.UseErrors();
        app.UseRouting();
        app.UsePageCache();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UseAntiforgeryRefusal();
    }

    // Component endpoints answer GET and POST only; HEAD must work wherever GET does.
    private static void AnswerHead(this RazorComponentsEndpointConventionBuilder components) => components.Add(endpoint =>
    {
        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            if (endpoint.Metadata[i] is HttpMethodMetadata { HttpMethods: var methods } && methods.Contains(HttpMethods.Get, StringComparer.Ordinal) && !methods.Contains(HttpMethods.Head, StringComparer.Ordinal))
                endpoint.Metadata[i] = new HttpMethodMetadata([.. methods, HttpMethods.Head]);
        }
    });
}
