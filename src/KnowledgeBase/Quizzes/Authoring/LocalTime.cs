using System.Globalization;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>Times as a form's date field writes them, in a zone that the form names.</summary>
internal static class LocalTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";
    private static readonly string[] Forms = [Form, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static string Write(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString(Form, CultureInfo.InvariantCulture) : "";

    /// <summary>Null: no time, or one that clocks skip there when summer begins.</summary>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2200 || zone.IsInvalidTime(local))
            return null;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>"Asia/Shanghai (UTC+08:00)"; of UTC the name alone.</summary>
    public static string Name(TimeZoneInfo zone, DateTimeOffset now)
    {
        var offset = zone.GetUtcOffset(now);
        return zone.Id is "UTC" or "Etc/UTC" ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"{zone.Id} (UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm})");
    }

    /// <summary>The zone that a posted form was filled in for.</summary>
    public static TimeZoneInfo Zone(IFormCollection form, TimeZoneInfo otherwise) =>
        form["zone"].ToString() is { Length: > 0 and < 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : otherwise;
}
