namespace KnowledgeBase.Questions;

/// <summary>A question with its key and reasons, in one language: only for one that can no longer be answered.</summary>
public sealed record Solution(string Stem, string Explanation)
{
    public IReadOnlyList<SolutionOption> Options { get; private init; } = [];

    public SolvedNumber? Number { get; private init; }

    /// <summary>In the right order.</summary>
    public IReadOnlyList<SolvedItem> Items { get; private init; } = [];

    /// <summary>How many neighbours of the right order were kept.</summary>
    public int Kept { get; private init; }

    /// <summary>In the order shown.</summary>
    public IReadOnlyList<SolvedPair> Pairs { get; private init; } = [];

    /// <summary>Reasons hold formulas too, and the question only knows about its visible part.</summary>
    public bool HasMath => Texts.Any(html => html.Contains("class=\"katex", StringComparison.Ordinal));

    private IEnumerable<string> Texts =>
    [
        Stem, Explanation, Number?.Slip ?? "",
        .. Options.SelectMany(option => new[] { option.Text, option.Why }),
        .. Items.SelectMany(item => new[] { item.Text, item.Why }),
        .. Pairs.SelectMany(pair => new[] { pair.Left, pair.Right, pair.Why }),
    ];

    /// <param name="shown">Ids in the order shown.</param>
    internal static Solution Of(QuestionVersion question, IReadOnlyList<string> shown, IReadOnlyCollection<string> choices, string language)
    {
        var body = question.Body;
        var solution = new Solution(body.Stem[language], body.Explanation[language]);
        return question.Kind switch
        {
            QuestionKind.Numeric => solution with { Number = SolvedNumber.Of(body.Number!, choices, language) },
            QuestionKind.Order => Ordered(solution, body.Items, Tokens.Placed(shown, choices), language),
            QuestionKind.Match => solution with { Pairs = [.. Tokens.Joined(shown, choices).Select(one => SolvedPair.Of(body.Pairs, one.Left, one.Right, language))] },
            _ => solution with
            {
                Options = [.. shown.Select(id => body.Options.First(option => option.Id == id)).Select(option => new SolutionOption(
                    option.Text[language], option.Why[language], option.Correct, choices.Contains(option.Id, StringComparer.Ordinal)))],
            },
        };
    }

    private static Solution Ordered(Solution solution, Item[] items, string?[] placed, string language) => solution with
    {
        Items = [.. items.Select(item => new SolvedItem(item.Text[language], item.Why[language], Array.IndexOf(placed, item.Id) + 1))],
        Kept = Grading.Kept(items, placed),
    };
}

public sealed record SolutionOption(string Text, string Why, bool Correct, bool Chosen);

/// <param name="Yours">As it was typed; null: nothing.</param>
/// <param name="Answer">With its tolerance and unit.</param>
/// <param name="Slip">The thought behind the wrong number, if it is a typical one.</param>
public sealed record SolvedNumber(string? Yours, bool Readable, bool Right, string Answer, string? Slip)
{
    internal static SolvedNumber Of(Number number, IReadOnlyCollection<string> choices, string language)
    {
        var yours = choices.FirstOrDefault();
        var readings = yours is null ? [] : number.Read(yours);
        var right = readings.Any(number.Accepts);
        var slip = right ? null : readings.Select(number.SlipOf).FirstOrDefault(one => one is not null);
        var answer = $"{Numbers.Say(number.Answer)}{(number.Tolerance == 0 ? "" : $" ± {Numbers.Say(number.Tolerance)}{(number.Percent ? "%" : "")}")}";
        return new(yours, readings.Length > 0, right, number.Unit is { } unit ? $"{answer} {unit[language]}" : answer, slip?.Why[language]);
    }
}

/// <param name="YourPlace">1, 2, …; 0: it was given none.</param>
public sealed record SolvedItem(string Text, string Why, int YourPlace);

/// <param name="Yours">The right side it was given; null: none.</param>
public sealed record SolvedPair(string Left, string Right, string? Yours, bool IsRight, string Why)
{
    internal static SolvedPair Of(Pair[] pairs, string left, string? right, string language)
    {
        var asked = pairs.First(pair => pair.Id == left);
        return new(
            asked.Left[language], asked.Right[language], Array.Find(pairs, pair => pair.Id == right)?.Right[language],
            Grading.Belong(pairs, left, right), asked.Why[language]);
    }
}
