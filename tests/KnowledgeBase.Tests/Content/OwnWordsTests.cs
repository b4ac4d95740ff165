using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Content;

/// <summary>
/// The book follows a list of interview questions whose wording belongs to others: its facts carry over, its sentences do not.
/// Of their text we keep no more than hashes: of each run of 21 Chinese characters and of 13 Latin words, whatever stands between them.
/// </summary>
public partial class OwnWordsTests
{
    private const int Characters = 21;
    private const int LatinWords = 13;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith("questions.yml", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Content, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_sentence_is_taken_over(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Content, file));

        Assert.Empty(Borrowed(Prose(text), Source()));
    }

    [Fact]
    public void A_borrowed_run_is_found_across_punctuation_and_case_and_a_shorter_one_is_not()
    {
        const string Theirs = "梯度一路向下走，走到谷底才停；学习率太大，就会来回振荡。 One two three four five six seven eight nine ten, eleven twelve thirteen.";
        var source = Runs(Theirs).Select(Hash).ToHashSet();

        Assert.Equal(["一路向下走走到谷底才停学习率太大就会来回振"], Borrowed("他说：一路向下走，走到谷底、才停学习率太大。就会来回振！", source));
        Assert.Equal(["one two three four five six seven eight nine ten eleven twelve thirteen"], Borrowed("ONE two three four five six seven\neight nine ten eleven twelve thirteen", source));
        Assert.Empty(Borrowed("路向下走走到谷底才停学习率太大就会来回振。Two three four five six seven eight nine ten eleven twelve thirteen.", source));
    }

    private static List<string> Borrowed(string text, HashSet<ulong> source) => [.. Runs(text).Where(run => source.Contains(Hash(run))).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Runs(string text)
    {
        var han = string.Concat(text.Where(c => c is >= '\u4e00' and <= '\u9fff'));
        for (var i = 0; i + Characters <= han.Length; i++)
            yield return han.Substring(i, Characters);

        string[] words = [.. LatinWord().Matches(text).Select(word => word.Value.ToLowerInvariant())];
        for (var i = 0; i + LatinWords <= words.Length; i++)
            yield return string.Join(' ', words[i..(i + LatinWords)]);
    }

    /// <summary>Without front matter (titles are the questions themselves) and listings.</summary>
    private static string Prose(string text) => Listing().Replace(FrontMatter().Replace(text, ""), "");

    private static ulong Hash(string run) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(run)));

    private static HashSet<ulong> Source()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Tests", "Content", "source-runs.bin"));
        return [.. bytes.Chunk(8).Select(chunk => BinaryPrimitives.ReadUInt64BigEndian(chunk))];
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Listing();
}
