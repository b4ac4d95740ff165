namespace KnowledgeBase.Statistics;

/// <summary>How the table of a paper's questions is sorted. A column's name is also the key of its heading.</summary>
internal sealed record ItemOrder(string Column, bool Down)
{
    public const string ByQuestion = "Question";
    private const string ByPosition = "Position";

    public static readonly IReadOnlyList<string> Columns = [ByPosition, ByQuestion, "Asked", "Facility", "Discrimination", "Efficiency", "Weight"];

    /// <summary>As the questions were asked, unless it is a column that there is.</summary>
    public static ItemOrder Of(string? column, bool down) => column is not null && Columns.Contains(column, StringComparer.Ordinal) ? new(column, down) : new(ByPosition, false);

    /// <summary>What is undefined stands last, whichever way the rest is sorted.</summary>
    public IEnumerable<ItemRow> Sorted(IEnumerable<ItemRow> rows)
    {
        var byKey = rows.OrderBy(row => row.Key, StringComparer.Ordinal);
        if (Column == ByQuestion)
            return Down ? byKey.Reverse() : byKey;
        var definedFirst = byKey.OrderBy(row => Value(row) is null);
        return Down ? definedFirst.ThenByDescending(Value) : definedFirst.ThenBy(Value);
    }

    private double? Value(ItemRow row) => Column switch
    {
        "Asked" => row.Figures.All.N,
        "Facility" => row.Figures.Facility.Value,
        "Discrimination" => row.Figures.Discrimination.Value,
        "Efficiency" => row.Figures.Efficiency.Value,
        "Weight" => row.Figures.Weight.Value,
        _ => row.Figures.Position,
    };
}
