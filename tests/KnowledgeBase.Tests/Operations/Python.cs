namespace KnowledgeBase.Tests.Operations;

/// <summary>The Python that listings run by. Where there is none and none can be installed, the tests that need it are skipped and say so.</summary>
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
        if (await DebianPackage.RunAsync(named, "--version"))
            return named;
        await DebianPackage.InstallAsync("python3");
        return await DebianPackage.RunAsync("python3", "--version") ? "python3" : null;
    }
}
