using CsvHelper;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>The host's table for spreadsheets: a row for each person; of each question the mark, the points and the seconds.</summary>
internal sealed class RoomExport(IStringLocalizer<Words> words)
{
    public async Task WriteAsync(Stream stream, RoomReport report)
    {
        await using var csv = CsvWriter.Create(stream, Spreadsheet.Options, leaveOpen: true);
        await RowAsync(csv,
        [
            words["Rank"].Value, words["Name"].Value, words["From"].Value, words["Points"].Value, words["Marks"].Value,
            .. report.Questions.SelectMany(question => new object?[] { words["CsvMark", question.Position].Value, words["CsvPoints", question.Position].Value, words["CsvSeconds", question.Position].Value }),
        ]);
        foreach (var person in report.People)
        {
            await RowAsync(csv,
            [
                person.Rank, person.Name, person.FromQuestion, person.Points, Math.Round(person.Marks, 3),
                .. person.Cells.SelectMany(cell => !cell.Asked ? [null, null, null]
                    : cell.Mark is { } mark ? new object?[] { Math.Round(mark, 3), cell.Points, cell.Seconds } : [0, 0, null]),
            ]);
        }
    }

    private static async Task RowAsync(CsvWriter csv, IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(Spreadsheet.Safe(cell));
        await csv.EndRecordAsync();
    }
}
