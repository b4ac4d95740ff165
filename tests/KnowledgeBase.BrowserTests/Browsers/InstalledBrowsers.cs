namespace KnowledgeBase.BrowserTests.Browsers;

/// <summary>Where a Chromium or Chrome usually lies, best first.</summary>
internal static class InstalledBrowsers
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

    public static IEnumerable<string> Paths() => Places().Where(File.Exists).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Places()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (OperatingSystem.IsWindows())
        {
            var roots = new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }.Select(Environment.GetEnvironmentVariable).OfType<string>();
            return roots.SelectMany(root => new[]
            {
                Path.Combine(root, "Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine(root, "Chromium", "Application", "chrome.exe"),
                Path.Combine(root, "Microsoft", "Edge", "Application", "msedge.exe"),
            });
        }
        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ];
        }
        return Names.SelectMany(name => folders.Append("/usr/bin").Append("/usr/local/bin").Append("/opt/google/chrome")
            .Select(folder => Path.Combine(folder, name)));
    }
}
