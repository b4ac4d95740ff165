using System.Diagnostics;
using System.Text;
using KnowledgeBase.Content;
using KnowledgeBase.Content.Rendering;

namespace KnowledgeBase.Operations;

/// <summary>Executes the articles' listings and the questions' proofs, each in a process and a folder of its own, and compares what they print.</summary>
internal static class Listings
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(IReadOnlyList<SectionDraft> sections, Problems problems, CancellationToken cancellation)
    {
        var printed = new Dictionary<string, Run>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            foreach (var (language, text) in section.Texts)
            {
                var code = text.Prose.Code;
                for (var i = 0; i + 1 < code.Count; i++)
                {
                    if (!code[i].Runs)
                        continue;
                    // Both languages mostly have the very same listing.
                    if (!printed.TryGetValue(code[i].Code, out var run))
                        printed[code[i].Code] = run = await RunAsync(code[i].Code, cancellation);
                    Compare($"{section.Folder.Display}/{language}.md", code[i], code[i + 1], run, problems);
                }
            }
            foreach (var (program, judge) in section.Proofs)
            {
                var run = await RunAsync(program.Text, cancellation);
                if ((run.Failure is { } failure ? $"The proof failed: {failure}" : judge(run.Output)) is { } complaint)
                    problems.Add(program.File, program.Line, complaint);
            }
        }
    }

    private static void Compare(string file, ProseCode listing, ProseCode output, Run run, Problems problems)
    {
        if (run.Failure is { } failure)
        {
            problems.Add(file, listing.Line, $"The listing failed: {failure}");
            return;
        }
        var (expected, actual) = (Lines(output.Code), Lines(run.Output));
        for (var i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            var (said, was) = (expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i));
            if (said == was)
                continue;
            problems.Add(file, output.Line + 1 + Math.Min(i, expected.Length), $"The listing prints something else.\n  - {said ?? "(nothing more)"}\n  + {was ?? "(nothing more)"}");
            return;
        }
    }

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    private static async Task<Run> RunAsync(string code, CancellationToken cancellation)
    {
        var python = Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } named ? named : "python3";
        var folder = Directory.CreateTempSubdirectory("kb-listing-");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var script = Path.Combine(folder.FullName, "listing.py");
            await File.WriteAllTextAsync(script, code, cancellation);
            using var process = Process.Start(Start(python, script, folder.FullName))!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? new(await output, null) : new("", LastLine(await error, process.ExitCode));
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                return new("", $"it ran for more than {Patience.TotalSeconds:0} s.");
            }
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new("", $"{python} cannot be started ({missing.Message}). Install Python, or name it by the variable PYTHON.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo Start(string python, string script, string folder) => new(python, [script])
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONHASHSEED"] = "0", ["PYTHONDONTWRITEBYTECODE"] = "1" },
    };

    private static string LastLine(string error, int code) =>
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {code}.";

    private sealed record Run(string Output, string? Failure);
}
