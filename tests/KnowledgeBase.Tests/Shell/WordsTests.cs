using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KnowledgeBase.Tests.Shell;

/// <summary>The interface texts of every folder that has some.</summary>
public partial class WordsTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "KnowledgeBase");

    public static TheoryData<string> Folders =>
        [.. Directory.GetFiles(Source, "Words.zh.resx", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Source, Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_languages_say_everything(string folder)
    {
        var (zh, en) = (Texts(folder, "zh"), Texts(folder, "en"));

        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(zh.Values.Concat(en.Values), string.IsNullOrWhiteSpace);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Both_languages_fill_in_the_same_things(string folder)
    {
        var (zh, en) = (Texts(folder, "zh"), Texts(folder, "en"));

        // "One question" needs no number, so only the other languages' and the plural forms are compared.
        foreach (var key in zh.Keys.Where(key => !key.EndsWith("One", StringComparison.Ordinal)))
            Assert.True(Holes(zh[key]).SetEquals(Holes(en[key])), $"{folder}: {key} has other places to fill in zh than in en");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_text_is_left_over(string folder)
    {
        // A literal with holes, such as $"Error{status}Title", may be any key of that form; a name of an enumeration may be asked for by its value.
        var used = Directory.EnumerateFiles(Path.Combine(Source, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
            .Select(literal => $"^{Hole().Replace(Regex.Escape(literal.Groups[1].Value), "[\\w-]+")}(One|Many)?$")
            .Concat(typeof(Program).Assembly.GetTypes().Where(type => type.IsEnum).SelectMany(Enum.GetNames).Select(name => $"^{name}$"))
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        var unused = Texts(folder, "zh").Keys.Where(key => !used.Any(pattern => Regex.IsMatch(key, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))));

        Assert.Empty(unused);
    }

    private static Dictionary<string, string> Texts(string folder, string language) =>
        XDocument.Load(Path.Combine(Source, folder, $"Words.{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static HashSet<string> Holes(string text) => [.. Regex.Matches(text, @"\{\d", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    [GeneratedRegex("\"([A-Za-z](?:[A-Za-z0-9.-]|\\{[^}\"]*\\})*)\"", RegexOptions.None, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
