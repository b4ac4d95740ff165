using System.CommandLine;
using KnowledgeBase.Content;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Operations;

/// <summary>
/// <c>KnowledgeBase check [folder] [--run]</c>: a whole import into a store that is thrown away, so that what passes here
/// cannot fail there. With <c>--run</c>, listings are executed and must print what the article says, and proofs the answers.
/// </summary>
internal sealed class CheckCommand(Func<string[], WebApplicationBuilder> compose)
{
    private readonly Argument<string?> _folder = new("folder")
    {
        Description = "The content folder; otherwise the configured or the nearest one",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _run = new("--run") { Description = "Execute the 'python run' listings and the questions' proofs (by python3, or what PYTHON names)" };

    public Command Create()
    {
        var command = new Command("check", "Check the content folder; needs no database") { _folder, _run };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(_folder), parsed.GetValue(_run), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private async Task<int> RunAsync(string? folder, bool run, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var store = Directory.CreateTempSubdirectory("kb-check-");
        try
        {
            string[] settings = ["--Storage:Provider=sqlite", $"--Storage:ConnectionString=Data Source={Path.Combine(store.FullName, "check.db")};Pooling=False"];
            await using var app = CommandLine.Build(compose, folder is null ? settings : [.. settings, $"--Content:Folder={folder}"]);
            await app.Services.GetRequiredService<Database>().MigrateAsync(cancellation);
            var result = await app.Services.GetRequiredService<Importer>().ImportAsync(_ => { }, cancellation);
            if (run && !result.IsRefused)
                await Listings.RunAsync(result.Sections, result.Problems, cancellation);
            await ReportAsync(result, output, error);
            return result.IsRefused ? 1 : 0;
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    private static async Task ReportAsync(ImportResult result, TextWriter output, TextWriter error)
    {
        foreach (var problem in result.Problems.Warnings.Concat(result.Problems.Errors))
            await error.WriteLineAsync(problem.ToString());
        if (result.Sections.Count > 0)
            await output.WriteLineAsync(Table(result.Sections));
        await output.WriteLineAsync(result.IsRefused ? $"{result.Problems.Errors.Count} problems." : $"{result.Sections.Count} sections, no problems.");
    }

    // zh: Chinese characters. en: words. run: listings, proofs: answers worked out anew. d1 to d5: gradable questions by difficulty.
    private static string Table(IReadOnlyList<SectionDraft> sections)
    {
        var columns = sections.SelectMany(section => section.Facts.Keys).Distinct(StringComparer.Ordinal).ToList();
        var first = sections.Max(section => section.Slug.Length);
        var lines = sections.Select(section => Line(section.Slug, columns.Select(column => Number(section.Facts.GetValueOrDefault(column)))));
        var total = Line("total", columns.Select(column => Number(sections.Sum(section => section.Facts.GetValueOrDefault(column)))));
        return string.Join('\n', lines.Prepend(Line("section", columns)).Append(total));

        string Line(string name, IEnumerable<string> cells) =>
            name.PadRight(first) + string.Concat(cells.Zip(columns, (cell, column) => cell.PadLeft(Math.Max(column.Length, 5) + 2)));

        static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
