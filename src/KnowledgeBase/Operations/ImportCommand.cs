using System.CommandLine;
using KnowledgeBase.Content;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Operations;

/// <summary><c>KnowledgeBase import</c>: brings the configured store in line with the content folder.</summary>
internal sealed class ImportCommand(Func<string[], WebApplicationBuilder> compose)
{
    public Command Create()
    {
        var command = new Command("import", "Import the content folder into the configured store");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        await using var app = CommandLine.Build(compose, []);
        await app.Services.GetRequiredService<Database>().MigrateAsync(cancellation);
        var result = await app.Services.GetRequiredService<Importer>().ImportAsync(output.WriteLine, cancellation);
        foreach (var problem in result.Problems.Warnings.Concat(result.Problems.Errors))
            await error.WriteLineAsync(problem.ToString());
        await output.WriteLineAsync(
            result.IsRefused ? $"{result.Problems.Errors.Count} problems. Nothing was imported."
            : result.HasChanged ? $"{result.Sections.Count} sections imported."
            : "Nothing has changed.");
        return result.IsRefused ? 1 : 0;
    }
}
