using KnowledgeBase.Content;

namespace KnowledgeBase.Questions;

/// <summary>What a question says, rendered to HTML at import in both languages. Only the parts of its kind are filled.</summary>
internal sealed record QuestionBody
{
    public required Bilingual Stem { get; init; }
    public required Bilingual Explanation { get; init; }

    /// <summary>Stem or options hold a formula, so the page needs its stylesheet.</summary>
    public bool HasMath { get; init; }

    /// <summary>single, multiple, boolean.</summary>
    public Option[] Options { get; init; } = [];

    /// <summary>numeric.</summary>
    public Number? Number { get; init; }

    /// <summary>order: in the right order.</summary>
    public Item[] Items { get; init; } = [];

    /// <summary>match.</summary>
    public Pair[] Pairs { get; init; } = [];

    /// <summary>open.</summary>
    public Criterion[] Rubric { get; init; } = [];
}

/// <summary>One choice; <paramref name="Why"/> says what somebody who chose it was thinking.</summary>
internal sealed record Option(string Id, bool Correct, Bilingual Text, Bilingual Why);

/// <param name="Tolerance">Absolute, or in percent of the answer if <paramref name="Percent"/>.</param>
internal sealed record Number(double Answer, double Tolerance, bool Percent, Bilingual? Unit, Slip[] Slips)
{
    public bool Accepts(double value) => IsNear(value, Answer);

    /// <summary>What a typed text may mean; empty if it is no number.</summary>
    public double[] Read(string text) => TypedNumber.Readings(text, Unit);

    /// <summary>The typical mistake that gives this number.</summary>
    public Slip? SlipOf(double value) => Array.Find(Slips, slip => IsNear(value, slip.Value));

    // At the very edge of the tolerance an answer counts, whatever its last binary digit is.
    private bool IsNear(double value, double target)
    {
        var width = Percent ? Math.Abs(target) * Tolerance / 100 : Tolerance;
        return Math.Abs(value - target) <= width + (1e-12 * Math.Max(1, Math.Abs(target)));
    }
}

/// <summary>A typical wrong number and the thought behind it.</summary>
internal sealed record Slip(double Value, Bilingual Why);

internal sealed record Item(string Id, Bilingual Text, Bilingual Why);

internal sealed record Pair(string Id, Bilingual Left, Bilingual Right, Bilingual Why);

/// <summary>Plain text, four anchored levels.</summary>
internal sealed record Criterion(string Id, Bilingual Name, Bilingual Poor, Bilingual Mixed, Bilingual Good, Bilingual Excellent);
