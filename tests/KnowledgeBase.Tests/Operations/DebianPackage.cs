using System.Diagnostics;

namespace KnowledgeBase.Tests.Operations;

/// <summary>What a test needs and a bare machine lacks: as root on Debian the test run installs it, so that <c>dotnet test</c> alone is enough.</summary>
internal static class DebianPackage
{
    /// <summary>Does nothing where it may not; the caller looks again for what it needs.</summary>
    public static async Task InstallAsync(string package)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return;
        using var turn = await SetupTurn.WaitAsync();
        await RunAsync("apt-get", "-o", "DPkg::Lock::Timeout=300", "update");
        await RunAsync("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", package);
    }

    /// <summary>Whether there is such a program and it ended well.</summary>
    public static async Task<bool> RunAsync(string program, params string[] arguments)
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
