using System.Text;
using static KnowledgeBase.Tests.Content.Mistakes;

namespace KnowledgeBase.Tests.Content;

/// <summary>Every kind of mistake once: one line with file and line, and nothing stored.</summary>
public class BadContentTests
{
    [Theory]
    [MemberData(nameof(Mistakes.All), MemberType = typeof(Mistakes))]
    public async Task A_mistake_is_one_line_with_its_place_and_nothing_is_stored(string file, string old, string now, int below, string said)
    {
        using var book = TestBook.Imported();
        var stored = await File.ReadAllBytesAsync(book.Store, TestContext.Current.CancellationToken);
        var line = Math.Max(1, book.Edit(file, old, now) + below);

        var error = Assert.Single(await book.ErrorsAsync());

        Assert.StartsWith($"content/{file}:{line}: ", error, StringComparison.Ordinal);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.Equal(stored, await File.ReadAllBytesAsync(book.Store, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        using var book = TestBook.Imported();
        book.Edit(Zh, "tags: [甲, 乙]", "tags: [甲]");
        book.Edit(Zh, "[下文](#more)", "[下文](#nowhere)");
        book.Edit(En, "[below](#more)", "[below](mailto:a@b.example)");
        book.Edit(QuestionsYml, "kind: multiple", "kind: many");

        Assert.Equal(4, (await book.ErrorsAsync()).Select(error => error.Split(':')[0] + error.Split(':')[1]).Distinct(StringComparer.Ordinal).Count());
    }

    public static TheoryData<string, byte[], string> Bytes => new()
    {
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("---\ntitle: x\n---\n")], "UTF-16" },
        { "invalid UTF-8", [.. "---\ntitle: x\n"u8, 0xC3, 0x28, .. "\n---\n"u8], ":3: The file is not valid UTF-8" },
        { "truncated", [.. "---\n"u8, 0xE4, 0xB8], ":2: The file is not valid UTF-8" },
        { "NUL", [.. "---\ntitle: a"u8, 0, .. "b\n---\n"u8], ":2: The character U+0000" },
        { "direction override", Encoding.UTF8.GetBytes("---\n\n\u202Etitle: x\n---\n"), ":3: The character U+202E" },
        { "empty", [], ":1: The file must begin with front matter" },
        { "too large", new byte[600_000], "larger than 512 KB" },
        { "no end of front matter", Encoding.UTF8.GetBytes("---\ntitle: x\n"), ":1: The file must begin with front matter" },
    };

    [Theory]
    [MemberData(nameof(Bytes))]
    public async Task A_file_that_is_no_text_is_refused(string name, byte[] bytes, string said)
    {
        _ = name;
        using var book = TestBook.Imported();
        await File.WriteAllBytesAsync(book.PathOf(Zh), bytes, TestContext.Current.CancellationToken);

        Assert.Contains(said, Assert.Single(await book.ErrorsAsync(), error => error.StartsWith($"content/{Zh}:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_and_the_line_ends_of_Windows_do_no_harm()
    {
        using var book = TestBook.Imported();
        var text = await File.ReadAllTextAsync(book.PathOf(Zh), TestContext.Current.CancellationToken);
        book.Write(Zh, "\uFEFF" + text.ReplaceLineEndings("\r\n"));

        Assert.Empty(await book.ErrorsAsync());
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { Zh, string.Concat(Enumerable.Repeat("> ", 5_000)) + "x" },
        { Zh, new string('[', 20_000) },
        { Zh, string.Concat(Enumerable.Repeat("*a ", 20_000)) },
        { Zh, string.Concat(Enumerable.Repeat("$", 20_000)) },
        { Zh, "$" + new string('{', 500) + "x" + new string('}', 500) + "$" },
        { Zh, "$" + string.Concat(Enumerable.Repeat("\\frac1", 600)) + "1$" },
        { Zh, "$" + string.Concat(Enumerable.Repeat("\\sqrt", 390)) + "1$" },
        { Zh, "$\\def\\a{\\a\\a}\\a$" },
        { Zh, "$" + string.Concat(Enumerable.Repeat("\\left(", 250)) + string.Concat(Enumerable.Repeat("\\right)", 30)) + "$" },
        { QuestionsYml, "- id: deep\n  kind: " + new string('[', 5_000) },
        { QuestionsYml, "- " + string.Concat(Enumerable.Repeat("- ", 3_000)) + "x" },
        { Figure, string.Concat(Enumerable.Repeat("<g>", 5_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task What_nests_or_grows_without_end_is_stopped(string file, string bomb)
    {
        using var book = TestBook.Imported();
        if (file == Zh)
            book.Edit(Zh, "正文，", "正文，\n\n" + bomb + "\n\n");
        else if (file == Figure)
            book.Edit(Figure, "<text x", bomb + "<text x");
        else
            book.Write(file, bomb);

        await book.ImportAsync().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Links_out_of_the_folder_are_not_followed()
    {
        using var book = TestBook.Imported();
        File.Delete(book.PathOf(Zh));
        File.CreateSymbolicLink(book.PathOf(Zh), "/etc/hostname");

        Assert.Contains(await book.ErrorsAsync(), error => error.StartsWith($"content/{Zh}:1: Symbolic links are not followed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Zh)]
    [InlineData(QuestionsYml)]
    [InlineData(BookYml)]
    public async Task A_missing_file_is_named(string file)
    {
        using var book = TestBook.Imported();
        File.Delete(book.PathOf(file));

        if (file == BookYml)
            await Assert.ThrowsAsync<DirectoryNotFoundException>(book.ImportAsync);
        else
            Assert.Contains($"content/{file}:1: The file is missing.", await book.ErrorsAsync());
    }

    [Fact]
    public async Task A_link_from_a_section_that_did_not_change_is_checked_too()
    {
        using var book = TestBook.Imported();
        foreach (var language in new[] { "zh", "en" })
            book.Edit($"basics/beta/{language}.md", "{#start}", "{#begin}");
        book.Edit("basics/beta/questions.yml", "anchor: start", "anchor: begin");

        Assert.Equal(
            [$"content/{En}:9: The link leads to 'beta#start', and there is no such heading.", $"content/{Zh}:10: The link leads to 'beta#start', and there is no such heading."],
            await book.ErrorsAsync());
    }

    [Fact]
    public async Task What_nobody_uses_is_worth_a_warning()
    {
        using var book = TestBook.Imported();
        book.Write("basics/alpha/figures/unused.svg", "<svg/>");
        book.Write("basics/alpha/figures/line.py", "# draws the line");
        Directory.CreateDirectory(book.PathOf("basics/draft"));

        Assert.Equal(
            ["content/basics/alpha/figures/unused.svg:1: warning: Nothing uses this file.", "content/basics/draft:1: warning: book.yml does not list this section, so nobody will see it."],
            await book.WarningsAsync());
    }
}
