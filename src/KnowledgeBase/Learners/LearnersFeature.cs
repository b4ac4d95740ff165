using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;

namespace KnowledgeBase.Learners;

internal static class LearnersFeature
{
    public static void AddLearners(this IHostApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorization();
        builder.Services.AddIdentityCore<Learner>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<KnowledgeDb>()
            .AddSignInManager();
        builder.Services.AddScoped<Guests>();
    }
}
