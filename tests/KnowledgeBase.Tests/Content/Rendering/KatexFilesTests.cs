using System.Security.Cryptography;
using KnowledgeBase.Content.Rendering;

namespace KnowledgeBase.Tests.Content.Rendering;

public class KatexFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "KnowledgeBase", "wwwroot", "lib", $"katex-{Katex.Version}");

    [Fact]
    public void Every_file_is_the_one_that_was_taken_in()
    {
        var listed = File.ReadLines(Path.Combine(Folder, "SHA256SUMS")).Select(line => line.Split("  ", 2)).ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);

        Assert.All(listed, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file.Key))))));
        var present = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file));
        Assert.Empty(present.Except(listed.Keys, StringComparer.Ordinal).Except(["SHA256SUMS", "README.md"], StringComparer.Ordinal));
    }

    [Fact]
    public void The_stylesheet_asks_for_no_file_that_is_not_there()
    {
        var css = File.ReadAllText(Path.Combine(Folder, "katex.min.css"));
        var fonts = css.Split("url(").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]).ToList();

        Assert.Equal(20, fonts.Count);
        Assert.All(fonts, font => Assert.True(File.Exists(Path.Combine(Folder, font)), font));
    }
}
