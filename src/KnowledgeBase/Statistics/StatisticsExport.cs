using CsvHelper;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Statistics;

/// <summary>The tables of the authors' pages for spreadsheets. An undefined figure is an empty cell: a spreadsheet must not count a word as 0.</summary>
internal sealed class StatisticsExport(IStringLocalizer<Words> words)
{
    private const int Width = 10;

    public async Task WriteAsync(Stream stream, PaperReport report)
    {
        var scores = report.Snapshot!.Figures.Scores;
        (string, object?)[] paper =
        [
            ("Paper", report.Title), ("Attempts", report.Snapshot.Figures.Attempts), ("AsOf", report.Snapshot.ComputedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
            ("Mean", Value(scores.Mean)), ("Median", Value(scores.Median)), ("Deviation", Value(scores.Deviation)), ("Skewness", Value(scores.Skewness)), ("Kurtosis", Value(scores.Kurtosis)),
            ("Consistency", Value(scores.Consistency)), ("ErrorRatio", Value(scores.ErrorRatio)), ("StandardError", Value(scores.StandardError)),
        ];
        await using var csv = CsvWriter.Create(stream, Spreadsheet.Options, leaveOpen: true);
        foreach (var (heading, value) in paper)
            await RowAsync(csv, [words[heading].Value, value]);
        await RowAsync(csv, [""]);
        await RowAsync(csv, [.. ItemOrder.Columns.Select(column => (object?)words[column].Value), words["FacilityInZh"].Value, words["FacilityInEn"].Value, words["Flags"].Value]);
        foreach (var row in ItemOrder.Of(null, down: false).Sorted(report.Rows))
        {
            var item = row.Figures;
            await RowAsync(csv,
            [
                item.Position, row.Key, item.All.N, Value(item.Facility), Value(item.Discrimination), Value(item.Efficiency), Value(item.Weight),
                Value(item.Zh.Facility), Value(item.En.Facility), Said(row.Flags),
            ]);
        }
    }

    public async Task WriteAsync(Stream stream, QuestionReport report)
    {
        await using var csv = CsvWriter.Create(stream, Spreadsheet.Options, leaveOpen: true);
        await RowAsync(csv, [words["Question"].Value, report.Key]);
        await RowAsync(csv, [words["Asked"].Value, report.All.N]);
        await RowAsync(csv, [words["Facility"].Value, Value(report.All.Facility)]);
        await RowAsync(csv, [words["Discrimination"].Value, Value(report.Discrimination)]);
        await RowAsync(csv, [words["FacilityInZh"].Value, Value(report.Zh.Facility), report.Zh.N]);
        await RowAsync(csv, [words["FacilityInEn"].Value, Value(report.En.Facility), report.En.N]);
        await RowAsync(csv, [words["Flags"].Value, Said(report.Flags)]);
        await RowAsync(csv, [""]);
        await RowAsync(csv, [words["Version"].Value, words["Option"].Value, words["Key"].Value, words["ChosenBy"].Value, words["Asked"].Value, words["PointBiserial"].Value]);
        foreach (var version in report.Versions)
        {
            foreach (var option in version.Options)
                await RowAsync(csv, [version.Number, option.Id, words[option.Correct ? "Right" : "Wrong"].Value, option.Chosen, option.Asked, Value(option.PointBiserial)]);
        }
    }

    private string Said(IReadOnlyList<ItemHint> flags) => string.Join("; ", flags.Select(flag => words[$"Flag{flag}"].Value));

    private static double? Value(Figure figure) => figure.Value is { } value ? Math.Round(value, 4) : null;

    // Readers of such files expect every row to have as many cells as the first.
    private static async Task RowAsync(CsvWriter csv, IReadOnlyCollection<object?> cells)
    {
        foreach (var cell in cells.Concat(Enumerable.Repeat<object?>(null, Width - cells.Count)))
            csv.WriteField(Spreadsheet.Safe(cell));
        await csv.EndRecordAsync();
    }
}
