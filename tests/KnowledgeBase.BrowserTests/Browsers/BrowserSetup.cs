namespace KnowledgeBase.BrowserTests.Browsers;

/// <summary>
/// Finds a Chromium that really starts; where there is none, sets one up: with Playwright's own installer, or as root with
/// the system's package manager, so that <c>dotnet test</c> alone is enough on a bare machine.
/// </summary>
internal sealed class BrowserSetup(IPlaywright playwright, SetupLog log)
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(15);

    /// <summary>A path to one's own browser, or <c>none</c> to do without the browser tests.</summary>
    private static readonly string? Chosen = Environment.GetEnvironmentVariable("CHROMIUM");

    /// <summary>Null when no way works here; the log says what was tried.</summary>
    public async Task<IBrowser?> StartAsync()
    {
        if (!string.IsNullOrEmpty(Chosen))
            return await LaunchAsync(Chosen);
        if (await FindAsync() is { } found)
            return found;

        using var turn = await SetupTurn.WaitAsync();
        return await FindAsync() ?? await FromPlaywrightAsync() ?? await FromPackagesAsync();
    }

    private async Task<IBrowser?> FindAsync()
    {
        foreach (var path in InstalledBrowsers.Paths())
        {
            if (await LaunchAsync(path) is { } browser)
                return browser;
        }
        return await LaunchAsync(null);
    }

    /// <summary>Without a path: the one that Playwright installed.</summary>
    private async Task<IBrowser?> LaunchAsync(string? path)
    {
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Channel = path is null ? "chromium" : null });
            log.Write($"Chromium {browser.Version} from {path ?? "Playwright"}");
            return browser;
        }
        catch (PlaywrightException problem)
        {
            log.Write($"{path ?? "Playwright's Chromium"} does not start: {problem.Message.Split('\n')[0]}");
            return null;
        }
    }

    private async Task<IBrowser?> FromPlaywrightAsync()
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.EnumerateFiles(Path.Combine(driver, "node"), OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories).First();
        var cli = Path.Combine(driver, "package", "cli.js");
        // First the browser alone: where its host is out of reach this fails in seconds, before any system package is touched.
        if (!await log.RunAsync(node, [cli, "install", "--no-shell", "--no-progress", "chromium"], InstallLimit))
            return null;
        if (await LaunchAsync(null) is { } browser)
            return browser;
        return IsLinuxRoot && await log.RunAsync(node, [cli, "install-deps", "chromium"], InstallLimit) ? await LaunchAsync(null) : null;
    }

    private async Task<IBrowser?> FromPackagesAsync()
    {
        if (!IsLinuxRoot)
        {
            log.Write("Not root on Linux: the system's package manager is not tried.");
            return null;
        }
        string[] patience = ["-o", "DPkg::Lock::Timeout=300"];
        // An update that fails in part may still leave a list that is good enough.
        await log.RunAsync("apt-get", [.. patience, "update"], InstallLimit);
        await log.RunAsync("apt-get", [.. patience, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], InstallLimit);
        return await FindAsync();
    }

    private static bool IsLinuxRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;
}
