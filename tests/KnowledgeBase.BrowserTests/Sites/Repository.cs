namespace KnowledgeBase.BrowserTests.Sites;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Content => Path.Combine(Root, "content");

    /// <summary>What a failed test leaves behind: screenshots, traces, the log of the browser's installation.</summary>
    public static string Leftovers => Path.Combine(Root, "artifacts", "browser-tests");

    public static string Screenshots => Path.Combine(Root, "artifacts", "screenshots");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
