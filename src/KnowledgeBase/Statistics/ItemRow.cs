using KnowledgeBase.Questions;

namespace KnowledgeBase.Statistics;

/// <summary>One question in a paper's table.</summary>
/// <param name="Key"><c>section/id</c>.</param>
/// <param name="Stem">Of the latest version that was asked, as HTML.</param>
public sealed record ItemRow(string Key, ItemFigures Figures, string Stem, bool HasMath, QuestionKind Kind, IReadOnlyList<ItemHint> Flags)
{
    internal static ItemRow Of(string key, ItemFigures figures, QuestionVersion version, string language) => new(
        key, figures, version.Body.Stem[language], version.Body.HasMath, version.Kind,
        ItemHints.Of(figures, OptionReport.Of(version, figures.Versions.Single(one => one.Version == version.Id), language)));
}

/// <summary>What an author should look into; each is said in words.</summary>
public enum ItemHint
{
    /// <summary>Those who are better elsewhere do worse here: often the key is wrong.</summary>
    AgainstTheRest,
    HardlyDiscriminates,
    VeryHard,
    VeryEasy,
    LanguagesDiffer,

    /// <summary>A wrong option that hardly anybody chooses.</summary>
    IdleDistractor,

    /// <summary>A wrong option that the better ones choose.</summary>
    WiseDistractor,
}

internal static class ItemHints
{
    /// <summary>In percent; below it an item says little about who knows the rest.</summary>
    private const double Weak = 20;
    private const double Hard = 0.2;
    private const double Easy = 0.95;
    private const double Wise = 0.1;

    /// <summary>None where too few were asked to say anything.</summary>
    public static IReadOnlyList<ItemHint> Of(ItemFigures item, IReadOnlyList<OptionReport> options) => Of(item.Zh, item.En, item.Discrimination, options);

    public static IReadOnlyList<ItemHint> Of(Sums zh, Sums en, Figure discrimination, IReadOnlyList<OptionReport> options)
    {
        var all = zh + en;
        if (all.N < ItemAnalysis.EnoughAttempts)
            return [];
        var flags = new List<ItemHint>();
        Add(ItemHint.AgainstTheRest, discrimination.Value < 0);
        Add(ItemHint.HardlyDiscriminates, discrimination.Value is >= 0 and < Weak);
        Add(ItemHint.VeryHard, all.Facility.Value < Hard);
        Add(ItemHint.VeryEasy, all.Facility.Value > Easy);
        Add(ItemHint.LanguagesDiffer, LanguageGap.Differs(zh, en));
        Add(ItemHint.IdleDistractor, options.Any(option => option.Idle));
        Add(ItemHint.WiseDistractor, options.Any(option => !option.Correct && option.Enough && option.PointBiserial.Value > Wise));
        return flags;

        void Add(ItemHint flag, bool holds)
        {
            if (holds)
                flags.Add(flag);
        }
    }
}
