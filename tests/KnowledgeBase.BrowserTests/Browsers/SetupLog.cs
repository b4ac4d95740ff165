using System.Diagnostics;

namespace KnowledgeBase.BrowserTests.Browsers;

/// <summary>What was tried to get a browser, kept in a file and shown when nothing worked.</summary>
internal sealed class SetupLog
{
    private readonly List<string> _lines = [];
    private readonly Lock _gate = new();

    public void Write(string line)
    {
        lock (_gate)
            _lines.Add(line);
    }

    /// <summary>Runs a command to its end; false if it cannot start, fails or takes too long.</summary>
    public async Task<bool> RunAsync(string program, string[] arguments, TimeSpan limit)
    {
        Write($"$ {Path.GetFileName(program)} {string.Join(' ', arguments)}");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, line) => Write("  " + line.Data);
            process.ErrorDataReceived += (_, line) => Write("  " + line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var patience = new CancellationTokenSource(limit);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                Write($"  given up after {limit.TotalMinutes:0} minutes");
                return false;
            }
            Write($"  exit code {process.ExitCode}");
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            Write("  " + problem.Message);
            return false;
        }
    }

    /// <summary>The last lines, for a message; all of them go to the file.</summary>
    public string Save(string file)
    {
        lock (_gate)
        {
            var text = _lines.Where(line => line.Trim().Length > 0).ToList();
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, text);
            return string.Join(Environment.NewLine, text.TakeLast(40));
        }
    }
}
