using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes.Authoring;
using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>What a lead asks of the team, as it is being typed.</summary>
public sealed record AssignDraft
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(730);

    /// <summary>A paper's key.</summary>
    public string Paper { get; init; } = "";

    /// <summary>Of an interview.</summary>
    public string Title { get; init; } = "";
    public string Place { get; init; } = "";

    /// <summary>A local time.</summary>
    public string Due { get; init; } = "";

    internal AssignmentKind Kind { get; init; }

    /// <summary>A week from today, in the evening there.</summary>
    internal static AssignDraft New(AssignmentKind kind, DateTimeOffset now, TimeZoneInfo zone)
    {
        var evening = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(7).AddHours(18);
        return new() { Kind = kind, Due = LocalTime.Write(new(evening, zone.GetUtcOffset(evening)), zone) };
    }

    /// <summary>From a form, or from the address that shows the form again.</summary>
    internal static AssignDraft Read(AssignmentKind kind, Func<string, StringValues> typed) => new()
    {
        Kind = kind,
        Paper = Cut(typed("paper").ToString()),
        Title = Cut(PersonalText.Name(typed("title"))),
        Place = Cut(typed("place").ToString().Trim()),
        Due = Cut(typed(Field(kind, "due")).ToString().Trim()),
    };

    /// <summary>The other way round.</summary>
    internal QueryString Write(TimeZoneInfo zone) => QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["kind"] = Kind.ToString(),
        ["paper"] = Paper,
        ["title"] = Title,
        ["place"] = Place,
        [Field(Kind, "due")] = Due,
        ["zone"] = zone.Id,
    });

    internal static string Field(AssignmentKind kind, string name) => $"{kind.ToString().ToLowerInvariant()}-{name}";

    internal IEnumerable<Problem> Problems(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Kind == AssignmentKind.Paper && Paper.Length == 0)
            yield return new("paper", "PaperMissing");
        if (Kind == AssignmentKind.Interview && Title.Length == 0)
            yield return new("title", "TitleMissing");
        if (Kind == AssignmentKind.Interview && Title.Length > Assignment.LongestTitle)
            yield return new("title", "TitleTooLong");
        if (Kind == AssignmentKind.Interview && MeetingPlace.Read(Place) is null)
            yield return new("place", "PlaceWrong");
        if (DueProblem(Due, now, zone) is { } wrong)
            yield return new(Field(Kind, "due"), wrong);
    }

    // Long enough to be too long.
    private static string Cut(string text) => text.Length <= MeetingPlace.Longest ? text : text[..(MeetingPlace.Longest + 1)];

    internal static string? DueProblem(string due, DateTimeOffset now, TimeZoneInfo zone) => LocalTime.Read(due, zone) switch
    {
        null => "DueWrong",
        { } at when at <= now => "DuePast",
        { } at when at > now + Farthest => "DueFar",
        _ => null,
    };
}
