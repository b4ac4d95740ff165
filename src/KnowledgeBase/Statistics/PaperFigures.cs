using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Statistics;

/// <summary>A paper's statistics at one time, as they are stored. Scores are in percent of what could be reached, marks from 0 to 1.</summary>
public sealed record PaperFigures
{
    public required long Attempts { get; init; }

    /// <summary>How many questions the attempts had; 0 where that varies.</summary>
    public required int Items { get; init; }

    /// <summary>Every attempt had the same questions, so that they make one test.</summary>
    public required bool SameItems { get; init; }
    public required ScoreFigures Scores { get; init; }

    /// <summary>How many scored 0 to 10, 10 to 20, …, 90 to 100 percent.</summary>
    public required IReadOnlyList<long> Histogram { get; init; }

    public required IReadOnlyList<ItemFigures> Questions { get; init; }
}

public sealed record ScoreFigures(
    Figure Mean, Figure Median, Figure Deviation, Figure Skewness, Figure Kurtosis, Figure Consistency, Figure ErrorRatio, Figure StandardError);

/// <param name="Position">Where it stood on the average.</param>
public sealed record ItemFigures(
    int Question, double Position, Figure Facility, Figure Discrimination, Figure Efficiency, Figure Weight, IReadOnlyList<VersionFigures> Versions)
{
    [JsonIgnore]
    public Sums Zh => Versions.Aggregate(default(Sums), (sum, version) => sum + version.Zh);

    [JsonIgnore]
    public Sums En => Versions.Aggregate(default(Sums), (sum, version) => sum + version.En);

    [JsonIgnore]
    public Sums All => Zh + En;
}

/// <summary>One version of a question, in each language: sums, so that those of several papers can be added.</summary>
public sealed record VersionFigures(int Version, Sums Zh, Sums En, IReadOnlyList<Given> Given)
{
    [JsonIgnore]
    public Sums All => Zh + En;
}

/// <summary>An answer as it was given, how often, and the sum of the rests of those who gave it.</summary>
public sealed record Given(string Choices, long N, double O);

/// <summary>Sums over attempts: how many, x, x², o, o², x·o.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sums(long N, double X, double Xx, double O, double Oo, double Xo)
{
    public static Sums Of(double mark, double rest) => new(1, mark, mark * mark, rest, rest * rest, mark * rest);

    public static Sums operator +(Sums one, Sums other) =>
        new(one.N + other.N, one.X + other.X, one.Xx + other.Xx, one.O + other.O, one.Oo + other.Oo, one.Xo + other.Xo);

    [JsonIgnore]
    public Figure Facility => N == 0 ? Undefined.TooFew : X / N;

    /// <summary>As <see cref="ItemAnalysis.Discrimination"/>, over the attempts of several papers.</summary>
    [JsonIgnore]
    public Figure Discrimination
    {
        get
        {
            if (N < 2)
                return Undefined.TooFew;
            var (x, o) = (Xx - (X * X / N), Oo - (O * O / N));
            return x <= 1e-9 ? Undefined.SameMarks : o <= 1e-9 ? Undefined.SameRest
                : Math.Clamp(100 * (Xo - (X * O / N)) / Math.Sqrt(x * o), -100, 100);
        }
    }
}
