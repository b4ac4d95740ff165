using System.Globalization;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>A paper's rules as they are being typed.</summary>
public sealed record RulesDraft
{
    public string PassMark { get; init; } = "";
    public string MostAttempts { get; init; } = "";
    public string WaitMinutes { get; init; } = "";
    public string Counted { get; init; } = nameof(CountedScore.Best);
    public string Review { get; init; } = nameof(ReviewExtent.Everything);
    public string Confidence { get; init; } = nameof(ConfidenceUse.None);

    /// <summary>As <see cref="TimeLimit.Written"/>; empty: the learner chooses.</summary>
    public string Multiplier { get; init; } = "";
    public bool AllOrNothing { get; init; }
    public bool ExamOnly { get; init; }
    public bool ReviewAfterWindow { get; init; }

    /// <summary>As the browser writes a local time.</summary>
    public string OpensAt { get; init; } = "";
    public string ClosesAt { get; init; } = "";

    internal static RulesDraft Of(PaperRules rules, TimeZoneInfo zone) => new()
    {
        PassMark = Text(rules.PassMark),
        MostAttempts = Text(rules.MostAttempts),
        WaitMinutes = rules.WaitMinutes == 0 ? "" : Text(rules.WaitMinutes),
        Counted = rules.Counted.ToString(),
        Review = rules.Review.ToString(),
        Confidence = rules.Confidence.ToString(),
        Multiplier = rules.Multiplier is { } factor ? TimeLimit.Written(factor) : "",
        AllOrNothing = rules.AllOrNothing,
        ExamOnly = rules.ExamOnly,
        ReviewAfterWindow = rules.ReviewAfterWindow,
        OpensAt = LocalTime.Write(rules.OpensAt, zone),
        ClosesAt = LocalTime.Write(rules.ClosesAt, zone),
    };

    internal static RulesDraft Read(IFormCollection form) => new()
    {
        PassMark = form["pass-mark"].ToString().Trim(),
        MostAttempts = form["attempts"].ToString().Trim(),
        WaitMinutes = form["wait"].ToString().Trim(),
        Counted = form["counted"].ToString(),
        Review = form["review"].ToString(),
        Confidence = form["confidence"].ToString(),
        Multiplier = form["multiplier"].ToString(),
        AllOrNothing = form["all-or-nothing"] == "1",
        ExamOnly = form["exam-only"] == "1",
        ReviewAfterWindow = form["review-after-window"] == "1",
        OpensAt = form["opens"].ToString().Trim(),
        ClosesAt = form["closes"].ToString().Trim(),
    };

    /// <summary>What was meant, with a problem for each field that says nothing sensible.</summary>
    internal PaperRules Check(TimeZoneInfo zone, FormCheck check)
    {
        var (opens, closes) = check.Window(OpensAt, ClosesAt, zone);
        if (ReviewAfterWindow && ClosesAt.Length == 0)
            check.Say("closes", "ClosesMissing");
        return new()
        {
            PassMark = check.Whole("pass-mark", PassMark, 1, 100),
            MostAttempts = check.Whole("attempts", MostAttempts, 1, PaperRulesReader.MostAttempts),
            WaitMinutes = check.Whole("wait", WaitMinutes, 0, PaperRulesReader.MostWait) ?? 0,
            Counted = check.One<CountedScore>("counted", Counted),
            Review = check.One<ReviewExtent>("review", Review),
            Confidence = check.One<ConfidenceUse>("confidence", Confidence),
            Multiplier = check.Multiplier(Multiplier),
            AllOrNothing = AllOrNothing,
            ExamOnly = ExamOnly,
            ReviewAfterWindow = ReviewAfterWindow,
            OpensAt = opens,
            ClosesAt = closes,
        };
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
