using System.Threading.RateLimiting;
using KnowledgeBase.Learners;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Teams;

/// <summary>How often one person may change teams; reading is never limited.</summary>
internal static class TeamLimits
{
    public const string Change = "team-change";

    public static void Add(RateLimiterOptions options) => options.AddPolicy(Change, context =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetTokenBucketLimiter(context.User.LearnerId()?.ToString() ?? LearnerLimits.Address(context), _ => new()
            {
                TokenLimit = 60,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
}
