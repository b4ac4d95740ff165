using CsvHelper;

namespace KnowledgeBase.Shell;

/// <summary>How a file for spreadsheets is written: whatever somebody typed, no cell of it becomes a formula.</summary>
internal static class Spreadsheet
{
    /// <summary>The byte-order mark is for spreadsheets: without it they take the file for another encoding.</summary>
    public static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r",
        InjectionEscape = '\'',
        WriteByteOrderMark = true,
    };

    // Chinese spreadsheets take these for the signs they look like, and the writer protects only from ASCII.
    private const string FullWidthSigns = "＝＋－＠";

    public static object? Safe(object? value) =>
        value is string { Length: > 0 } text && FullWidthSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + text : value;
}
