using KnowledgeBase.Questions;

namespace KnowledgeBase.Statistics;

/// <summary>One option of one version: who chose it.</summary>
/// <param name="Asked">How many saw it.</param>
public sealed record OptionReport(string Id, bool Correct, string Text, string Why, long Chosen, long Asked, Figure PointBiserial)
{
    public Figure Share => Asked == 0 ? Undefined.TooFew : (double)Chosen / Asked;

    internal bool Enough => Asked >= ItemAnalysis.EnoughAttempts;

    /// <summary>A distractor that distracts nobody.</summary>
    public bool Idle => Enough && !Correct && Share.Value < ItemAnalysis.TemptingShare;

    /// <summary>Empty for the kinds that have no options.</summary>
    internal static IReadOnlyList<OptionReport> Of(QuestionVersion version, VersionFigures? figures, string language)
    {
        var all = figures?.All ?? default;
        var given = (figures?.Given ?? []).Select(one => (Options: Choices.Read(version.Kind, one.Choices), one.N, one.O)).ToList();
        return [.. version.Body.Options.Select(option =>
        {
            var chosen = given.Where(one => one.Options.Contains(option.Id, StringComparer.Ordinal)).ToList();
            var count = chosen.Sum(one => one.N);
            return new OptionReport(option.Id, option.Correct, option.Text[language], option.Why[language], count, all.N,
                ItemAnalysis.PointBiserial(all, count, chosen.Sum(one => one.O)));
        })];
    }
}
