using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.History;

/// <summary>A learner's attempts as a file of their own. Written row by row: however many there are, few are in memory.</summary>
internal sealed class AttemptExport(IStringLocalizer<Words> words)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>For spreadsheets, with headings in the reader's language.</summary>
    public async Task WriteCsvAsync(Stream stream, IAsyncEnumerable<ExportedAttempt> attempts)
    {
        await using var csv = CsvWriter.Create(stream, Spreadsheet.Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => words[column.Heading].Value)]);
        await foreach (var attempt in attempts)
        {
            foreach (var column in Columns)
                csv.WriteField(Spreadsheet.Safe(column.Value(attempt)));
            await csv.EndRecordAsync();
        }
    }

    /// <summary>For programs: the names and values are the same in every language, only the paper's title is not.</summary>
    public static Task WriteJsonAsync(Stream stream, IAsyncEnumerable<ExportedAttempt> attempts) =>
        JsonSerializer.SerializeAsync(stream, attempts, Json);

    private (string Heading, Func<ExportedAttempt, object?> Value)[] Columns =>
    [
        ("Paper", attempt => attempt.Paper),
        ("Mode", attempt => words["Mode" + attempt.Mode].Value),
        ("StartedUtc", attempt => Iso(attempt.StartedAt)),
        ("FinishedUtc", attempt => Iso(attempt.ClosedAt)),
        ("DeadlineUtc", attempt => Iso(attempt.Deadline)),
        ("SecondsUsed", attempt => attempt.SecondsUsed),
        ("Multiplier", attempt => attempt.Multiplier),
        ("Percent", attempt => attempt.Percent),
        ("Points", attempt => attempt.Score),
        ("Maximum", attempt => attempt.MaximumScore),
        ("Language", attempt => attempt.Language),
        ("PaperKey", attempt => attempt.PaperKey),
        ("Id", attempt => attempt.Id),
        ("Number", attempt => attempt.Number),
        ("PassMark", attempt => attempt.PassMark),
        ("PassedOrNot", attempt => attempt.Passed is { } passed ? words[passed ? "Passed" : "Failed"].Value : null),
        ("ConfidenceUse", attempt => words["Confidence" + attempt.Confidence].Value),
        ("RetryOf", attempt => attempt.RetryOf),
    ];

    private static string? Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A row of the export; what is not known while an attempt is running is empty.</summary>
/// <param name="Multiplier">0: the time limit was switched off.</param>
/// <param name="PassMark">In percent; null: nobody fails.</param>
internal sealed record ExportedAttempt(
    Guid Id, string PaperKey, string Paper, AttemptMode Mode, string Language,
    DateTimeOffset StartedAt, DateTimeOffset? Deadline, DateTimeOffset? ClosedAt, long? SecondsUsed,
    double Multiplier, double? Score, int MaximumScore, double? Percent,
    int Number, int? PassMark, bool? Passed, ConfidenceUse Confidence, Guid? RetryOf)
{
    public static ExportedAttempt Of(AttemptRow row, string language) => new(
        row.Id, row.PaperKey, row.Paper[language], row.Mode, row.Language,
        row.StartedAt, row.Deadline, row.ClosedAt, row.Used is { } used ? (long)used.TotalSeconds : null,
        row.Multiplier, row.Score, row.MaximumScore, row.Share is { } share ? Math.Round(100 * share, 2) : null,
        row.Number, row.Rules.PassMark, row.Passed, row.Rules.Confidence, row.RetryOf);
}
