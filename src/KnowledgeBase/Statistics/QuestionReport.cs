using KnowledgeBase.Questions;

namespace KnowledgeBase.Statistics;

/// <summary>One question through all its versions, papers and both languages.</summary>
/// <param name="Key"><c>section/id</c>.</param>
/// <param name="Retired">No longer asked.</param>
public sealed record QuestionReport(
    int Id, string Key, bool Retired, Sums Zh, Sums En, Figure Discrimination,
    IReadOnlyList<QuestionInPaper> Papers, IReadOnlyList<VersionReport> Versions, IReadOnlyList<ItemHint> Flags)
{
    public Sums All => Zh + En;

    public VersionReport Current => Versions.Single(version => version.IsCurrent);

    internal static QuestionReport Of(Question question, IReadOnlyList<QuestionVersion> versions, IReadOnlyList<QuestionInPaper> papers, string language)
    {
        var zh = papers.Aggregate(default(Sums), (sum, paper) => sum + paper.Figures.Zh);
        var en = papers.Aggregate(default(Sums), (sum, paper) => sum + paper.Figures.En);
        var reports = versions.Select(version => VersionReport.Of(version, version.Id == question.CurrentVersion, papers, language)).ToList();
        var discrimination = (zh + en).Discrimination;
        return new(question.Id, question.Key, question.Retired, zh, en, discrimination, papers, reports,
            ItemHints.Of(zh, en, discrimination, [.. reports.Where(version => version.IsCurrent).SelectMany(version => version.Options)]));
    }
}

public sealed record QuestionInPaper(string Key, string Title, DateTimeOffset ComputedAt, ItemFigures Figures);

/// <summary>A question as it was worded at one time.</summary>
public sealed record VersionReport(
    int Id, int Number, bool IsCurrent, QuestionKind Kind, int Difficulty, string Anchor, bool HasMath, string Stem, Sums All, IReadOnlyList<OptionReport> Options)
{
    internal static VersionReport Of(QuestionVersion version, bool isCurrent, IReadOnlyList<QuestionInPaper> papers, string language)
    {
        var figures = papers.SelectMany(paper => paper.Figures.Versions).Where(one => one.Version == version.Id).ToList();
        var together = new VersionFigures(version.Id, Sum(figures, one => one.Zh), Sum(figures, one => one.En), [.. figures
            .SelectMany(one => one.Given).GroupBy(given => given.Choices, StringComparer.Ordinal)
            .Select(same => new Given(same.Key, same.Sum(given => given.N), same.Sum(given => given.O)))]);
        return new(
            version.Id, version.Number, isCurrent, version.Kind, version.Difficulty, version.Anchor, version.Body.HasMath, version.Body.Stem[language],
            together.All, OptionReport.Of(version, together, language));
    }

    private static Sums Sum(List<VersionFigures> figures, Func<VersionFigures, Sums> of) => figures.Aggregate(default(Sums), (sum, one) => sum + of(one));
}
