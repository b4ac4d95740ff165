using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Statistics;

/// <summary>What the authors' pages show.</summary>
internal sealed class StatisticsCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionBank bank, PaperSnapshots snapshots, StatisticsRefresh refresh)
{
    /// <summary>Every paper, those on offer first. Looking asks for those whose figures are missing or may be out of date.</summary>
    public async Task<IReadOnlyList<PaperLine>> PapersAsync(string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        var papers = await db.Set<Paper>().AsNoTracking().OrderBy(paper => paper.Retired).ThenBy(paper => paper.Position).ThenBy(paper => paper.Key).ToListAsync();
        var computed = (await snapshots.AllAsync()).ToDictionary(snapshot => snapshot.Paper, StringComparer.Ordinal);
        foreach (var paper in papers)
            refresh.Glance(paper.Key, computed.GetValueOrDefault(paper.Key));
        return [.. papers.Select(paper => new PaperLine(paper.Key, paper.Title[language], paper.Scope, paper.Retired, computed.GetValueOrDefault(paper.Key)))];
    }

    /// <summary>Null if there is no such paper.</summary>
    public async Task<Paper?> PaperAsync(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Key == key);
    }

    public async Task<PaperReport?> PaperAsync(string key, Sittings sittings, string language)
    {
        if (await PaperAsync(key) is not { } paper)
            return null;
        var look = await refresh.LookAsync(key, sittings);
        return new(paper.Key, paper.Title[language], sittings, paper.Rules.Confidence == ConfidenceUse.Scored, look.Computing, look.Snapshot,
            look.Snapshot is { } snapshot ? await RowsAsync(snapshot.Figures, language) : []);
    }

    /// <summary>Null if there is no such question.</summary>
    public async Task<QuestionReport?> QuestionAsync(string key, string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Set<Question>().AsNoTracking().FirstOrDefaultAsync(question => question.Key == key) is not { } question)
            return null;
        var versions = await db.Set<QuestionVersion>().AsNoTracking().Where(version => version.QuestionId == question.Id).OrderBy(version => version.Number).ToListAsync();
        var titles = await TitlesAsync(language);
        var papers = (await snapshots.AllAsync(question.Id))
            .Select(snapshot => new QuestionInPaper(snapshot.Paper, titles[snapshot.Paper], snapshot.ComputedAt, snapshot.Figures.Questions.Single(item => item.Question == question.Id)))
            .OrderByDescending(paper => paper.Figures.All.N).ToList();
        return QuestionReport.Of(question, versions, papers, language);
    }

    /// <summary>Of every paper, by its key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(string language)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (await db.Set<Paper>().Select(paper => new { paper.Key, paper.Title }).ToListAsync())
            .ToDictionary(paper => paper.Key, paper => paper.Title[language], StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ItemRow>> RowsAsync(PaperFigures figures, string language)
    {
        var ids = figures.Questions.Select(item => item.Question).ToList();
        var latest = figures.Questions.Select(item => item.Versions.MaxBy(version => version.Version)!.Version).ToList();
        await using var db = await databases.CreateDbContextAsync();
        var keys = await db.Set<Question>().Where(question => ids.Contains(question.Id)).ToDictionaryAsync(question => question.Id, question => question.Key);
        var versions = (await bank.VersionsAsync(latest)).ToDictionary(version => version.Id);
        return [.. figures.Questions.Zip(latest, (item, version) => ItemRow.Of(keys[item.Question], item, versions[version], language))];
    }
}

public sealed record PaperLine(string Key, string Title, PaperScope Scope, bool Retired, Snapshot? Snapshot);

/// <param name="Confidence">The paper's score counts confidence; the figures do not.</param>
/// <param name="Computing">Newer figures are on their way.</param>
public sealed record PaperReport(
    string Key, string Title, Sittings Sittings, bool Confidence, bool Computing, Snapshot? Snapshot, IReadOnlyList<ItemRow> Rows);
