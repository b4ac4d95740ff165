namespace KnowledgeBase.Statistics;

/// <summary>Which exams of each person count.</summary>
public enum Sittings
{
    /// <summary>The usual choice: nobody has seen the answers yet.</summary>
    First,
    Last,
    All,
}

internal static class SittingsText
{
    /// <summary>As it is stored and stands in addresses.</summary>
    public static string Text(this Sittings sittings) => sittings switch { Sittings.Last => "last", Sittings.All => "all", _ => "first" };

    /// <summary>The usual choice for anything else.</summary>
    public static Sittings Parse(string? text) => text switch { "last" => Sittings.Last, "all" => Sittings.All, _ => Sittings.First };
}
