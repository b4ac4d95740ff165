using System.Globalization;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.History;

/// <summary>Which of somebody's attempts the list shows; what is not said filters nothing.</summary>
/// <param name="From">The first day, in the reader's zone.</param>
/// <param name="To">The last day, in the reader's zone.</param>
/// <param name="Passed">Only with a pass mark, and reached or not.</param>
public sealed record AttemptFilter(string? Paper, AttemptMode? Mode, DateOnly? From, DateOnly? To, bool? Passed, TimeZoneInfo Zone)
{
    public bool IsAny => Paper is not null || Mode is not null || From is not null || To is not null || Passed is not null;

    /// <summary>What makes no sense is left out.</summary>
    public static AttemptFilter Read(IQueryCollection query, TimeZoneInfo zone) => new(
        Text(query["paper"]),
        Enum.TryParse<AttemptMode>(query["mode"], ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null,
        Day(query["from"]),
        Day(query["to"]),
        query["result"].ToString() switch { "passed" => true, "failed" => false, _ => null },
        zone);

    internal IQueryable<Attempt> Apply(IQueryable<Attempt> closed)
    {
        if (Paper is { } paper)
            closed = closed.Where(attempt => attempt.PaperKey == paper);
        if (Mode is { } mode)
            closed = closed.Where(attempt => attempt.Mode == mode);
        if (From is { } from && Zone.Midnight(from) is var first)
            closed = closed.Where(attempt => attempt.ClosedAt >= first);
        if (To is { } to && Zone.Midnight(to.AddDays(1)) is var end)
            closed = closed.Where(attempt => attempt.ClosedAt < end);
        return closed;
    }

    /// <summary>For the address of another page of the same list; empty, or beginning with an ampersand.</summary>
    public override string ToString() => string.Concat(
        Field("paper", Paper), Field("mode", Mode?.ToString().ToLowerInvariant()), Field("from", Written(From)), Field("to", Written(To)),
        Field("result", Passed switch { true => "passed", false => "failed", null => null }));

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(string? text) => text is { Length: > 0 and <= 100 } ? text : null;

    // The first and last years of the calendar have no midnight in every zone.
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9000 ? day : null;

    private static string Field(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
