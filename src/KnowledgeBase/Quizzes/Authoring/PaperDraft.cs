using System.Globalization;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>A paper as its author is typing it; everything stays as it was typed until it is right.</summary>
public sealed record PaperDraft
{
    /// <summary>Without the prefix.</summary>
    public string Key { get; init; } = "";
    public string TitleZh { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string SummaryZh { get; init; } = "";
    public string SummaryEn { get; init; } = "";

    /// <summary>A fixed list instead of parts.</summary>
    public bool IsList { get; init; }
    public IReadOnlyList<PartDraft> Parts { get; init; } = [new()];
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>What the list of questions is searched for.</summary>
    public string Find { get; init; } = "";
    public string Minutes { get; init; } = "";
    public RulesDraft Rules { get; init; } = new();

    internal static PaperDraft Of(Paper paper, TimeZoneInfo zone) => new()
    {
        Key = paper.Key[Paper.AuthoredPrefix.Length..],
        TitleZh = paper.Title["zh"],
        TitleEn = paper.Title["en"],
        SummaryZh = paper.Summary["zh"],
        SummaryEn = paper.Summary["en"],
        IsList = paper.Blueprint.Questions.Length > 0,
        Parts = [.. paper.Blueprint.DrawnParts().Where(part => part.Count > 0).Select(PartDraft.Of).DefaultIfEmpty(new())],
        Questions = paper.Blueprint.Questions,
        Minutes = paper.Blueprint.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "",
        Rules = RulesDraft.Of(paper.Rules, zone),
    };

    internal static PaperDraft Read(IFormCollection form) => new()
    {
        Key = form["key"].ToString().Trim(),
        TitleZh = form["title-zh"].ToString(),
        TitleEn = form["title-en"].ToString(),
        SummaryZh = form["summary-zh"].ToString(),
        SummaryEn = form["summary-en"].ToString(),
        IsList = form["source"] == "list",
        Parts = [.. Enumerable.Range(0, Math.Min(form["part"].Count, PaperFile.MaximumParts)).Select(index => PartDraft.Read(form, index))],
        Questions = [.. form["question"].OfType<string>().Distinct(StringComparer.Ordinal).Take(PaperFile.MaximumCount)],
        Find = form["find"].ToString().Trim(),
        Minutes = form["minutes"].ToString().Trim(),
        Rules = RulesDraft.Read(form),
    };

    /// <summary>After one of the form's buttons: <c>add</c>, <c>remove-2</c>, <c>take-section/id</c>, <c>drop-…</c>, <c>up-…</c>.</summary>
    internal PaperDraft After(string button)
    {
        var (act, what) = button.Split('-', 2) is [var first, var second] ? (first, second) : (button, "");
        return act switch
        {
            "add" when Parts.Count < PaperFile.MaximumParts => this with { Parts = [.. Parts, new()] },
            "remove" when int.TryParse(what, CultureInfo.InvariantCulture, out var index) && Parts.Count > 1 => this with { Parts = [.. Parts.Where((_, at) => at != index)] },
            "take" when Questions.Count < PaperFile.MaximumCount => this with { Questions = [.. Questions.Except([what], StringComparer.Ordinal), what] },
            "drop" => this with { Questions = [.. Questions.Except([what], StringComparer.Ordinal)] },
            "up" => this with { Questions = Up(what) },
            _ => this,
        };
    }

    private List<string> Up(string key)
    {
        var moved = Questions.ToList();
        var at = moved.IndexOf(key);
        if (at > 0)
            (moved[at - 1], moved[at]) = (moved[at], moved[at - 1]);
        return moved;
    }
}

/// <summary>One row of the blueprint.</summary>
public sealed record PartDraft
{
    public string Count { get; init; } = "5";
    public IReadOnlyList<string> Sections { get; init; } = [];
    public IReadOnlyList<string> Difficulties { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    internal static PartDraft Of(BlueprintPart part) => new()
    {
        Count = part.Count.ToString(CultureInfo.InvariantCulture),
        Sections = part.Sections,
        Difficulties = [.. part.Difficulties.Select(one => one.ToString(CultureInfo.InvariantCulture))],
        Tags = part.Tags,
    };

    internal static PartDraft Read(IFormCollection form, int index) => new()
    {
        Count = form[$"part-{index}-count"].ToString().Trim(),
        Sections = [.. form[$"part-{index}-sections"].OfType<string>().Distinct(StringComparer.Ordinal)],
        Difficulties = [.. form[$"part-{index}-difficulties"].OfType<string>().Distinct(StringComparer.Ordinal)],
        Tags = [.. form[$"part-{index}-tags"].OfType<string>().Distinct(StringComparer.Ordinal)],
    };
}
