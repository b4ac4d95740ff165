using System.Globalization;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>One person's own rules as they are being typed.</summary>
public sealed record PersonDraft
{
    /// <summary>Email or display name.</summary>
    public string Who { get; init; } = "";
    public string Multiplier { get; init; } = "";
    public string MostAttempts { get; init; } = "";
    public string OpensAt { get; init; } = "";
    public string ClosesAt { get; init; } = "";

    internal static PersonDraft Of(PersonRow person, TimeZoneInfo zone) => new()
    {
        Who = person.Email,
        Multiplier = person.Multiplier is { } factor ? TimeLimit.Written(factor) : "",
        MostAttempts = person.MostAttempts?.ToString(CultureInfo.InvariantCulture) ?? "",
        OpensAt = LocalTime.Write(person.OpensAt, zone),
        ClosesAt = LocalTime.Write(person.ClosesAt, zone),
    };

    internal static PersonDraft Read(IFormCollection form) => new()
    {
        Who = form["who"].ToString().Trim(),
        Multiplier = form["multiplier"].ToString(),
        MostAttempts = form["attempts"].ToString().Trim(),
        OpensAt = form["opens"].ToString().Trim(),
        ClosesAt = form["closes"].ToString().Trim(),
    };

    internal PaperOverride Check(string paper, Guid learner, TimeZoneInfo zone, FormCheck check)
    {
        var (opens, closes) = check.Window(OpensAt, ClosesAt, zone);
        var given = new PaperOverride
        {
            PaperKey = paper,
            LearnerId = learner,
            Multiplier = check.Multiplier(Multiplier),
            MostAttempts = check.Whole("attempts", MostAttempts, 1, PaperRulesReader.MostAttempts),
            OpensAt = opens,
            ClosesAt = closes,
        };
        if (check.Problems.Count == 0 && given is { Multiplier: null, MostAttempts: null, OpensAt: null, ClosesAt: null })
            check.Say("multiplier", "NothingDifferent");
        return given;
    }
}
