using Microsoft.AspNetCore.Authorization;

namespace KnowledgeBase.Learners;

/// <summary>Who may do what, by name: <c>[Authorize(LearnerPolicies.Author)]</c>. Plain <c>[Authorize]</c> lets guests in too.</summary>
internal static class LearnerPolicies
{
    public const string Registered = "registered";
    public const string Author = "author";
    public const string Host = "host";
    public const string Admin = "admin";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Registered, policy => policy.RequireAssertion(context => context.User.IsRegistered()));
        options.AddPolicy(Author, policy => policy.RequireRole(nameof(LearnerRole.Author), nameof(LearnerRole.Admin)));
        options.AddPolicy(Host, policy => policy.RequireRole(nameof(LearnerRole.Host), nameof(LearnerRole.Admin)));
        options.AddPolicy(Admin, policy => policy.RequireRole(nameof(LearnerRole.Admin)));
    }
}
