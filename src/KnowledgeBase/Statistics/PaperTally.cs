using System.Runtime.InteropServices;

namespace KnowledgeBase.Statistics;

/// <summary>Counts attempts one after the other and keeps none of them.</summary>
internal sealed class PaperTally
{
    private const int Bars = 10;

    private readonly ScoreDistribution _scores = new();
    private readonly Dictionary<int, ItemTally> _items = [];
    private readonly long[] _histogram = new long[Bars];
    private int[]? _questions;
    private int _most;
    private bool _sameItems = true;
    private bool _sameCount = true;

    /// <param name="items">Everything that was asked in the attempt.</param>
    public void Add(string language, IReadOnlyList<SatItem> items)
    {
        if (items.Count == 0)
            return;
        int[] questions = [.. items.Select(item => item.Question).Order()];
        _questions ??= questions;
        _sameItems &= _questions.AsSpan().SequenceEqual(questions);
        _sameCount &= _questions.Length == questions.Length;
        _most = Math.Max(_most, questions.Length);

        // Totals are shares of the attempt's own maximum, so that attempts of different lengths can be compared.
        var marks = items.Sum(item => item.Mark);
        var share = marks / items.Count;
        _scores.Add(100 * share);
        _histogram[(int)Math.Clamp(Math.Round(share * Bars, 9), 0, Bars - 1)]++;
        foreach (var item in items)
            (CollectionsMarshal.GetValueRefOrAddDefault(_items, item.Question, out _) ??= new()).Add(language, item, (marks - item.Mark) / items.Count, share);
    }

    public PaperFigures Figures()
    {
        var items = _items.OrderBy(item => item.Key).ToList();
        var weights = ItemAnalysis.Weights([.. items.Select(item => item.Value.Marks)]);
        var consistency = Consistency();
        var errorRatio = ItemAnalysis.ErrorRatio(consistency);
        return new()
        {
            Attempts = _scores.Count,
            Items = _sameCount ? _most : 0,
            SameItems = _sameItems,
            Scores = new(
                _scores.Mean, _scores.Median, _scores.Deviation, _scores.Skewness, _scores.Kurtosis,
                consistency, errorRatio, ItemAnalysis.StandardError(errorRatio, _scores.Deviation)),
            Histogram = [.. _histogram],
            Questions = [.. items.Zip(weights, (item, weight) => item.Value.Figures(item.Key, weight))],
        };
    }

    private Figure Consistency()
    {
        if (_scores.Count < 2)
            return Undefined.TooFew;
        if (!_sameItems)
            return Undefined.ItemsDiffer;
        var unit = 100.0 / _most;
        return ItemAnalysis.Consistency([.. _items.Values.Select(item => item.Marks.Variance(seen => seen.Mark)!.Value * unit * unit)], _scores.Variance);
    }
}

/// <summary>One question of one attempt.</summary>
internal readonly record struct SatItem(int Position, int Question, int Version, double Mark, string Choices);
