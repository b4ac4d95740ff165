namespace KnowledgeBase.Content;

/// <summary>Where the book's source is.</summary>
internal sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>Empty: the first <c>content/book.yml</c> upwards from the working folder, then from the program's own.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The folder that holds <c>book.yml</c>; null if there is none.</summary>
    public string? Find()
    {
        if (Folder.Length > 0)
            return IsBook(Folder) ? Path.GetFullPath(Folder) : null;
        return Upwards(Directory.GetCurrentDirectory()) ?? Upwards(AppContext.BaseDirectory);
    }

    public string NotFound => Folder.Length > 0
        ? $"Content:Folder is '{Folder}', and there is no book.yml in it."
        : "There is no content/book.yml above the working folder or the program. Set Content:Folder (environment: Content__Folder) to the book's folder.";

    private static string? Upwards(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "content");
            if (IsBook(candidate))
                return candidate;
        }
        return null;
    }

    private static bool IsBook(string folder) => File.Exists(Path.Combine(folder, "book.yml"));
}
