using KnowledgeBase.Statistics;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>Makes what the analysis takes from a table with a row for each person and a column for each item.</summary>
internal static class Tables
{
    public static Func<int, MarkTable> Item(double[][] marks) => item =>
    {
        var table = new MarkTable();
        foreach (var row in marks)
            table.Add(row[item], row.Sum() - row[item], row.Sum());
        return table;
    };

    public static MarkTable[] Items(double[][] marks) => [.. Enumerable.Range(0, marks[0].Length).Select(Item(marks))];

    public static ScoreDistribution Totals(double[][] marks)
    {
        var totals = new ScoreDistribution();
        foreach (var row in marks)
            totals.Add(row.Sum());
        return totals;
    }

    public static Figure Consistency(double[][] marks) =>
        ItemAnalysis.Consistency([.. Items(marks).Select(item => item.Variance(seen => seen.Mark)!.Value)], Totals(marks).Variance);
}
