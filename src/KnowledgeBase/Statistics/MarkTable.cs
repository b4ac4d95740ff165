using System.Runtime.InteropServices;

namespace KnowledgeBase.Statistics;

/// <summary>
/// The marks of one item, counted by what they have in common. There are few different marks and few different totals, so a
/// million attempts take the space of some dozens of rows, and nothing that is computed from them is an approximation.
/// </summary>
internal sealed class MarkTable
{
    private readonly Dictionary<Seen, long> _rows = [];

    public long Count { get; private set; }

    public IReadOnlyDictionary<Seen, long> Rows => _rows;

    /// <param name="mark">x, on the item.</param>
    /// <param name="rest">o, on everything else.</param>
    /// <param name="total">T, on everything, in the unit of <paramref name="rest"/>.</param>
    public void Add(double mark, double rest, double total, long times = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_rows, new(Even(mark), Even(rest), Even(total)), out _) += times;
        Count += times;
    }

    // A third and two thirds added in another order differ in their last digit; that makes no other attempt of it.
    private static double Even(double value) => Math.Round(value, 9);
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Seen(double Mark, double Rest, double Total);
