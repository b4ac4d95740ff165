using KnowledgeBase.BrowserTests.Sites;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>Every page that anybody may open, by its address below the language; the articles are those of the content folder.</summary>
public sealed class PublicPages : TheoryData<string, string>
{
    /// <summary>No page at all: what the reader gets then must be as good.</summary>
    public const string Missing = "no-such-page";

    public PublicPages()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var path in Paths())
                Add(path, language);
        }
    }

    internal static IEnumerable<string> Paths() =>
        ["", "read", .. Chapters(), .. Sections(), "quizzes", "quizzes/section-optimizers", "quizzes/mixed", "history", "account/sign-in", "account/register", Missing];

    private static IEnumerable<string> Chapters() => Sections().Select(section => Path.GetDirectoryName(section)!.Replace('\\', '/')).Distinct();

    private static IEnumerable<string> Sections() => Directory.EnumerateFiles(Repository.Content, "zh.md", SearchOption.AllDirectories)
        .Select(file => "read/" + Path.GetRelativePath(Repository.Content, Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
