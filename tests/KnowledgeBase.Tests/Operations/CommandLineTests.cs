using System.Diagnostics;
using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests.Operations;

/// <summary>The program itself, as an author or operator runs it.</summary>
public class CommandLineTests
{
    [Fact]
    public async Task Check_names_file_and_line_of_a_mistake_and_fails()
    {
        using var book = TestBook.New();
        var line = book.Edit("basics/alpha/zh.md", "[下文](#more)", "[下文](#nowhere)");

        var (code, output, error) = await RunAsync("check", book.Folder);

        Assert.Equal(1, code);
        Assert.Equal($"content/basics/alpha/zh.md:{line}: The link leads to 'alpha#nowhere', and there is no such heading.", error.Trim());
        Assert.EndsWith("1 problems.", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_is_content_with_a_book_whose_listings_print_what_they_should()
    {
        using var book = TestBook.New();

        var (code, output, error) = await CheckAndRunAsync(book);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 sections, no problems.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_which_listing_fails_or_prints_something_else()
    {
        using var book = TestBook.New();
        var line = book.Edit("basics/alpha/en.md", "```text output\n2\n", "```text output\n3\n") + 1;
        var listing = book.Edit("basics/alpha/zh.md", "print(1 + 1)", "print(1 / 0)") - 1;

        var (code, _, error) = await CheckAndRunAsync(book);

        Assert.Equal(1, code);
        Assert.Equal(
            $"""
            content/basics/alpha/en.md:{line}: The listing prints something else.
              - 3
              + 2
            content/basics/alpha/zh.md:{listing}: The listing failed: ZeroDivisionError: division by zero
            """, error.Trim());
    }

    [Theory]
    [InlineData("print(math.pi)", "print(2 * math.pi)", "The proof gives 6.283185307179586, the answer is 3.14.")]
    [InlineData("print(math.pi)", "print('about three')", "The proof must print one number; it printed 'about three'.")]
    [InlineData("print(math.pi)", "print(math.tau / 0)", "The proof failed: ZeroDivisionError: float division by zero")]
    public async Task Check_says_which_answer_is_not_what_its_proof_gives(string good, string bad, string complaint)
    {
        using var book = TestBook.New();
        var line = book.Edit("basics/alpha/questions.yml", good, bad) - 1;

        var (code, _, error) = await CheckAndRunAsync(book);

        Assert.Equal((1, $"content/basics/alpha/questions.yml:{line}: {complaint}"), (code, error.Trim()));
    }

    [Fact]
    public async Task A_proof_may_choose_options()
    {
        using var book = TestBook.New();
        var line = book.Edit("basics/alpha/questions.yml", "  explanation: { zh: 除以2。, en: Divide by 2. }", """
              proof: |
                print(*[id for id, number in dict(a=2, b=4, c=5, d=7).items() if number > 2])
              explanation: { zh: 除以2。, en: Divide by 2. }
            """) + 1;

        var (code, _, error) = await CheckAndRunAsync(book);

        Assert.Equal((1, $"content/basics/alpha/questions.yml:{line}: The proof gives 'b c d', the answer is 'a b'."), (code, error.Trim()));
    }

    [Fact]
    public async Task Import_fills_the_configured_store_and_says_so()
    {
        using var book = TestBook.New();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content__Folder"] = book.Folder,
            ["Storage__ConnectionString"] = $"Data Source={book.Store}",
        };

        var first = await RunAsync(settings, "import");
        book.Edit("book.yml", "- alpha", "- gamma");
        var broken = await RunAsync(settings, "import");

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.EndsWith("2 sections imported.", first.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(1, broken.Code);
        Assert.Contains("content/book.yml:8: There is no folder basics/gamma.", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_a_book_does_not_start_and_says_why()
    {
        using var book = TestBook.New();
        book.Edit("book.yml", "- alpha", "- gamma");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content__Folder"] = book.Folder,
            ["Storage__ConnectionString"] = $"Data Source={book.Store}",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };

        var (code, output, error) = await RunAsync(settings);

        Assert.Equal(1, code);
        Assert.Contains("content/book.yml:8: There is no folder basics/gamma.", output + error, StringComparison.Ordinal);
        Assert.Contains("there is no older one to show", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_book_is_one_clear_line()
    {
        var (code, _, error) = await RunAsync("check", Path.GetTempPath());

        Assert.Equal((1, $"Content:Folder is '{Path.GetTempPath()}', and there is no book.yml in it."), (code, error.Trim()));
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(["check", "import", "user"], command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output, string Error)> CheckAndRunAsync(TestBook book) =>
        await RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["PYTHON"] = await Python.PathAsync() }, "check", book.Folder, "--run");

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
