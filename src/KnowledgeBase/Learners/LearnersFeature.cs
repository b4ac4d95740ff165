using KnowledgeBase.Learners.Passkeys;
using KnowledgeBase.Learners.Passwords;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Learners;

internal static class LearnersFeature
{
    public static void AddLearners(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddLearnerSessions();
        services.AddAuthorization(LearnerPolicies.Add);
        services.Configure<RateLimiterOptions>(LearnerLimits.Add);
        services.AddIdentityCore<Learner>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<KnowledgeDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<LearnerPrincipals>();

        services.AddSingleton<FactsAboutMe>();
        services.AddSingleton<LearnerLimits>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<DecoyHash>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Accounts>();
        services.AddScoped<Belongings>();
        services.AddScoped<Entrance>();
        services.AddScoped<Guests>();
        services.AddScoped<PasskeyRing>();
        services.AddScoped<ILearnerRecords, ProfileRecords>();
        services.AddScoped<UserCommands>();
        services.AddHostedService<FirstAdmin>();
    }

    public static void MapLearners(this WebApplication app)
    {
        app.MapLearnerApi();
        app.MapPasskeys();
    }
}
