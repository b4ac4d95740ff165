using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KnowledgeBase.Learners;

/// <summary>How often one address may try. Reading the pages is never limited, posting to them is.</summary>
internal sealed class LearnerLimits : IDisposable
{
    /// <summary>Signing in and everything else that checks a password or a passkey.</summary>
    public const string SignIn = "sign-in";

    public const string Register = "register";

    /// <summary>Tries for one email from one address in a minute; above <see cref="Passwords.PasswordCheck.Tries"/>, so that the pause is met first.</summary>
    public const int PerEmail = 10;

    // The email is inside the form, which nothing has read yet when the framework's limiter runs, so the page asks this one.
    private readonly PartitionedRateLimiter<string> _perEmail = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = PerEmail, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Null: go on. Otherwise how long to wait.</summary>
    public TimeSpan? TryEmail(HttpContext context, string email)
    {
        using var lease = _perEmail.AttemptAcquire($"{Address(context)} {email.Trim().ToUpperInvariant()}");
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    public static void Add(RateLimiterOptions options)
    {
        // A company or a class sits behind one address: the bursts are theirs, the refill is everybody's.
        options.AddPolicy(SignIn, context => Bucket(context, burst: 60, perMinute: 60));
        options.AddPolicy(Register, context => Bucket(context, burst: 40, perMinute: 10));
    }

    public void Dispose() => _perEmail.Dispose();

    private static RateLimitPartition<string> Bucket(HttpContext context, int burst, int perMinute) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetTokenBucketLimiter(Address(context), _ => new()
            {
                TokenLimit = burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            });

    /// <summary>Whom a limit by address means: one IPv6 customer has 2^64 of them.</summary>
    public static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "local",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } v6 => new IPAddress([.. v6.GetAddressBytes()[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var v4 => v4.MapToIPv4().ToString(),
    };
}
