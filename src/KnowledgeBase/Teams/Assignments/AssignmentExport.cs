using System.Globalization;
using CsvHelper;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>Every paper with every member, a row each, for a lead's spreadsheet. What is not known is an empty cell.</summary>
internal sealed class AssignmentExport(IStringLocalizer<Words> words)
{
    private static readonly string[] Columns = ["Paper", "Member", "Due", "State", "DoneAt", "Times", "Score", "Passed"];

    public async Task WriteAsync(Stream stream, IReadOnlyList<AssignmentSheet> sheets, string language)
    {
        await using var csv = CsvWriter.Create(stream, Spreadsheet.Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => words[$"Csv{column}"].Value)]);
        foreach (var sheet in sheets)
        {
            foreach (var (member, result) in sheet.Members)
            {
                object?[] row =
                [
                    sheet.Assignment.Title[language], words.NameOf(member), Iso(sheet.Assignment.DueAt), words[$"State{result.State}"].Value,
                    Iso(result.DoneAt), result.Times, result.Share is { } share ? Math.Round(100 * share, 2) : null,
                    result.Passed is { } passed ? words[passed ? "Yes" : "No"].Value : null,
                ];
                foreach (var value in row)
                    csv.WriteField(Spreadsheet.Safe(value));
                await csv.EndRecordAsync();
            }
        }
    }

    private static string? Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
