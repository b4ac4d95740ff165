using System.Globalization;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>Reads what was typed and collects what is wrong with it.</summary>
internal sealed class FormCheck
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public void Say(string field, string reason) => _problems.Add(new(field, reason));

    /// <summary>Null: empty, or no such number, which is then a problem.</summary>
    public int? Whole(string field, string text, int least, int most)
    {
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        Say(field, "NumberWrong");
        return null;
    }

    public string Text(string field, string text, int longest, bool required = true)
    {
        if (text.Length > longest)
            Say(field, "TextTooLong");
        else if (required && text.Length == 0)
            Say(field, "TextMissing");
        return text;
    }

    public T One<T>(string field, string text)
        where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal))
            return Enum.Parse<T>(text);
        Say(field, "ChoiceWrong");
        return default;
    }

    public double? Multiplier(string text)
    {
        var factor = TimeLimit.Read(text);
        if (factor is null && text.Length > 0)
            Say("multiplier", "ChoiceWrong");
        return factor;
    }

    public (DateTimeOffset? Opens, DateTimeOffset? Closes) Window(string opensAt, string closesAt, TimeZoneInfo zone)
    {
        var (opens, closes) = (Time("opens", opensAt, zone), Time("closes", closesAt, zone));
        if (closes <= opens)
            Say("closes", "ClosesBeforeOpening");
        return (opens, closes);
    }

    private DateTimeOffset? Time(string field, string text, TimeZoneInfo zone)
    {
        if (text.Length == 0)
            return null;
        if (LocalTime.Read(text, zone) is { } time)
            return time;
        Say(field, "TimeWrong");
        return null;
    }
}
