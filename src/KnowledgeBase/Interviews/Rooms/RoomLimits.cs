using System.Threading.RateLimiting;
using KnowledgeBase.Learners;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>How often one address may try. A lecture hall sits behind one: joining is wide, guessing codes is not.</summary>
internal sealed class RoomLimits : IDisposable
{
    public const string Join = "room-join";
    public const string Act = "room-act";

    /// <summary>Wrong codes from one address in a minute.</summary>
    public const int WrongCodes = 30;

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = WrongCodes, Window = TimeSpan.FromMinutes(1) }));

    public static void Add(RateLimiterOptions options)
    {
        options.AddPolicy(Join, context => Bucket(LearnerLimits.Address(context), burst: 1_500, perSecond: 20));
        options.AddPolicy(Act, context => Bucket(context.User.LearnerId()?.ToString() ?? LearnerLimits.Address(context), burst: 60, perSecond: 10));
    }

    /// <summary>False: this address guesses; whatever the code, it is told to wait.</summary>
    public bool MayTry(HttpContext context)
    {
        using var lease = _wrong.AttemptAcquire(LearnerLimits.Address(context), permitCount: 0);
        return lease.IsAcquired;
    }

    public void WasWrong(HttpContext context)
    {
        using var lease = _wrong.AttemptAcquire(LearnerLimits.Address(context));
    }

    public void Dispose() => _wrong.Dispose();

    private static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
