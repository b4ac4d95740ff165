using System.Threading.RateLimiting;
using KnowledgeBase.Learners;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Quizzes;

/// <summary>Names and sizes of the rate limits; wide enough that nobody who answers questions meets them.</summary>
internal static class QuizLimits
{
    public const string Start = "quiz-start";
    public const string Save = "quiz-save";

    public static void Add(RateLimiterOptions options)
    {
        // A whole class behind one address may begin at the same minute.
        options.AddPolicy(Start, context => context.User.LearnerId() is { } learner
            ? Bucket(learner.ToString(), burst: 20, perSecond: 1)
            : Bucket(LearnerLimits.Address(context), burst: 200, perSecond: 5));
        options.AddPolicy(Save, context => Bucket(context.User.LearnerId()?.ToString() ?? LearnerLimits.Address(context), burst: 60, perSecond: 20));
    }

    private static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
