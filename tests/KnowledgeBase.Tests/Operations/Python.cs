using System.Diagnostics;

namespace KnowledgeBase.Tests.Operations;

/// <summary>
/// The Python that listings run by. A bare machine has none: as root on Debian the test run installs it, so that
/// <c>dotnet test</c> alone is enough; elsewhere the tests that need it are skipped and say so.
/// </summary>
internal static class Python
{
    private static readonly Lazy<Task<string?>> Found = new(FindOrInstallAsync);

    public static async Task<string> PathAsync()
    {
        var path = await Found.Value;
        Assert.SkipWhen(path is null, "There is no python3, and it could not be installed. Install it, or name it by the variable PYTHON.");
        return path!;
    }

    private static async Task<string?> FindOrInstallAsync()
    {
        var named = Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } path ? path : "python3";
        if (await RunAsync(named, "--version"))
            return named;
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return null;

        using var turn = await SetupTurn.WaitAsync();
        await RunAsync("apt-get", "-o", "DPkg::Lock::Timeout=300", "update");
        await RunAsync("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", "python3");
        return await RunAsync("python3", "--version") ? "python3" : null;
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
            return process.ExitCode == 0;
        }
        // There is no such program.
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
