using System.Runtime.InteropServices;

namespace KnowledgeBase.Statistics;

/// <summary>One question of a paper, counted: its marks, and for each of its versions what was answered in which language.</summary>
internal sealed class ItemTally
{
    private readonly Dictionary<int, VersionTally> _versions = [];
    private long _positions;

    public MarkTable Marks { get; } = new();

    public void Add(string language, SatItem item, double rest, double total)
    {
        Marks.Add(item.Mark, rest, total);
        _positions += item.Position;
        (CollectionsMarshal.GetValueRefOrAddDefault(_versions, item.Version, out _) ??= new()).Add(language, item, rest);
    }

    public ItemFigures Figures(int question, Figure weight) => new(
        question, Math.Round((double)_positions / Marks.Count, 2),
        ItemAnalysis.Facility(Marks), ItemAnalysis.Discrimination(Marks), ItemAnalysis.Efficiency(Marks), weight,
        [.. _versions.OrderBy(version => version.Key).Select(version => version.Value.Figures(version.Key))]);

    private sealed class VersionTally
    {
        /// <summary>Numbers may be typed in endless ways; of options there are never so many combinations.</summary>
        private const int MostDifferent = 500;
        private const int MostKept = 100;

        private readonly Dictionary<string, (long N, double O)> _given = new(StringComparer.Ordinal);
        private Sums _zh;
        private Sums _en;

        public void Add(string language, SatItem item, double rest)
        {
            var one = Sums.Of(item.Mark, rest);
            if (language == "en")
                _en += one;
            else
                _zh += one;
            if (_given.Count >= MostDifferent && !_given.ContainsKey(item.Choices))
                return;
            ref var given = ref CollectionsMarshal.GetValueRefOrAddDefault(_given, item.Choices, out _);
            given = (given.N + 1, given.O + rest);
        }

        public VersionFigures Figures(int version) => new(version, _zh, _en, [.. _given
            .Select(one => new Given(one.Key, one.Value.N, one.Value.O))
            .OrderByDescending(one => one.N).ThenBy(one => one.Choices, StringComparer.Ordinal).Take(MostKept)]);
    }
}
