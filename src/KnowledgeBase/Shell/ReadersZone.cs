namespace KnowledgeBase.Shell;

/// <summary>
/// The reader's time zone, which only the browser knows: times.js keeps its name in a cookie. Without it
/// (the first visit, or no JavaScript) times are UTC, and say so.
/// </summary>
internal static class ReadersZone
{
    public const string Cookie = "zone";

    public static TimeZoneInfo Of(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 and < 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
