using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Statistics;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>What holds of every table of marks.</summary>
[Properties(Arbitrary = [typeof(MarkTables)], MaxTest = 200)]
public class ItemAnalysisPropertyTests
{
    [Property]
    public void Shifting_and_scaling_the_marks_of_an_item_leaves_its_discrimination_unchanged(AnyMarks any, PositiveInt scale, int shift)
    {
        var marks = any.Rows;
        double[][] moved = [.. marks.Select(row => row.Select((mark, item) => item == 0 ? (mark * scale.Get) + shift : mark).ToArray())];

        Same(ItemAnalysis.Discrimination(Tables.Item(marks)(0)), ItemAnalysis.Discrimination(Tables.Item(moved)(0)));
        Same(ItemAnalysis.Efficiency(Tables.Item(marks)(0)), ItemAnalysis.Efficiency(Tables.Item(moved)(0)));
    }

    [Property]
    public void The_order_of_the_people_changes_nothing(AnyMarks any, int seed)
    {
        var marks = any.Rows;
        var shuffled = marks.ToArray();
        new Random(seed).Shuffle(shuffled);

        foreach (var (one, other) in All(marks).Zip(All(shuffled)))
            Same(one, other);
    }

    [Property]
    public void Figures_keep_to_their_bounds(AnyMarks any)
    {
        var marks = any.Rows;
        foreach (var item in Tables.Items(marks))
        {
            Assert.InRange(ItemAnalysis.Facility(item).Value!.Value, 0, 1);
            Within(ItemAnalysis.Discrimination(item), -100, 100);
            Within(ItemAnalysis.Efficiency(item), double.NegativeInfinity, 100);
            // With the best possible order it would reach a hundred, so it never has the other sign.
            if (ItemAnalysis.Discrimination(item).Value is { } discrimination && ItemAnalysis.Efficiency(item).Value is { } efficiency)
                Assert.True(Math.Sign(Math.Round(discrimination, 9)) == Math.Sign(Math.Round(efficiency, 9)));
        }
        var weights = ItemAnalysis.Weights(Tables.Items(marks));
        if (weights.Any(weight => weight.Value is not null))
            Assert.Equal(100, weights.Sum(weight => weight.Value ?? 0), 6);
        var consistency = Tables.Consistency(marks);
        Within(consistency, double.NegativeInfinity, 100);
        Within(ItemAnalysis.ErrorRatio(consistency), 0, double.PositiveInfinity);
    }

    [Property]
    public void A_perfect_ladder_has_an_efficiency_of_a_hundred(PositiveInt people, PositiveInt items)
    {
        // Guttman's pattern: whoever gets a hard item right gets every easier one right.
        var (rows, columns) = ((people.Get % 30) + 2, (items.Get % 10) + 2);
        double[][] marks = [.. Enumerable.Range(0, rows).Select(person => Enumerable.Range(0, columns).Select(item => person * columns > item * rows ? 1.0 : 0).ToArray())];

        foreach (var efficiency in Tables.Items(marks).Select(ItemAnalysis.Efficiency).Where(figure => figure.Value is not null))
            Assert.Equal(100, efficiency.Value!.Value, 6);
    }

    [Property]
    public void An_item_repeated_is_perfectly_consistent(AnyMarks any, PositiveInt times)
    {
        double[][] marks = [.. any.Rows.Select(row => Enumerable.Repeat(row[0], (times.Get % 8) + 2).ToArray())];

        if (Tables.Consistency(marks).Value is { } consistency)
            Assert.Equal(100, consistency, 6);
    }

    [Property]
    public void Counting_equal_rows_is_the_same_as_adding_them_one_by_one(AnyMarks any, PositiveInt times)
    {
        var repeats = (times.Get % 5) + 1;
        var (counted, added) = (new MarkTable(), new MarkTable());
        foreach (var row in any.Rows)
        {
            counted.Add(row[0], row.Sum() - row[0], row.Sum(), repeats);
            for (var i = 0; i < repeats; i++)
                added.Add(row[0], row.Sum() - row[0], row.Sum());
        }

        Same(ItemAnalysis.Discrimination(counted), ItemAnalysis.Discrimination(added));
        Same(ItemAnalysis.Efficiency(counted), ItemAnalysis.Efficiency(added));
    }

    private static IEnumerable<Figure> All(double[][] marks)
    {
        var items = Tables.Items(marks);
        var totals = Tables.Totals(marks);
        return [.. items.Select(item => ItemAnalysis.Facility(item)), .. items.Select(ItemAnalysis.Discrimination), .. items.Select(ItemAnalysis.Efficiency), .. ItemAnalysis.Weights(items),
            Tables.Consistency(marks), totals.Mean, totals.Median, totals.Deviation, totals.Skewness, totals.Kurtosis];
    }

    private static void Same(Figure one, Figure other)
    {
        Assert.Equal(one.Because, other.Because);
        if (one.Value is { } value)
            Assert.InRange(other.Value!.Value - value, -1e-6, 1e-6);
    }

    private static void Within(Figure figure, double low, double high)
    {
        if (figure.Value is { } value)
            Assert.InRange(value, low, high);
    }
}

/// <summary>Two to thirty people, two to eight items, each marked 0, ¼, ½, ¾ or 1.</summary>
public sealed record AnyMarks(double[][] Rows);

public static class MarkTables
{
    public static Arbitrary<AnyMarks> Any() => Arb.From(
        from people in Gen.Choose(2, 30)
        from items in Gen.Choose(2, 8)
        from rows in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 4).Select(quarter => quarter / 4.0), items), people)
        select new AnyMarks(rows));
}
