using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Statistics;

/// <summary>A computed number, or the reason why there is none: what is undefined is never shown as 0.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Figure(double? Value, Undefined? Because)
{
    public static implicit operator Figure(double value) => new(value, null);

    public static implicit operator Figure(Undefined because) => new(null, because);

    internal Figure Then(Func<double, Figure> next) => Value is { } value ? next(value) : this;
}

/// <summary>Why a figure is undefined. Stored by name, so that this list may grow.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Undefined>))]
public enum Undefined
{
    /// <summary>Nobody, or fewer attempts than the formula divides by.</summary>
    TooFew,

    /// <summary>Everybody has the same mark: there is nothing that could go along with anything.</summary>
    SameMarks,

    /// <summary>Everybody has the same total in the rest of the paper.</summary>
    SameRest,

    /// <summary>Everybody has the same score.</summary>
    SameScores,

    /// <summary>The attempts had different questions, so their items do not add up to one test.</summary>
    ItemsDiffer,

    /// <summary>One item cannot agree with others.</summary>
    OneItem,

    /// <summary>The item goes against the total: its weight would be the root of a negative number.</summary>
    AgainstTotal,

    NobodyChose,
    EverybodyChose,
}
