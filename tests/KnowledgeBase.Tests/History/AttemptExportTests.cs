using System.Net;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Tests.History;

[Collection(HistorySite.Shared)]
public class AttemptExportTests(HistorySite site)
{
    private DateTimeOffset Now => site.Clock.GetUtcNow();

    private async Task<Guid> WithAttemptsAsync(string chapter, params string[] titles)
    {
        var questions = (await site.ChapterAsync(chapter, 1)).Select(question => (question, .5)).ToArray();
        var learner = await site.LearnerAsync();
        await site.ClosedAsync(learner, questions, [.. titles.Select((title, index) => (Now.AddMinutes(index), title))]);
        return learner;
    }

    private async Task<byte[]> GetAsync(Guid learner, string address) =>
        await (await site.BrowserOfAsync(learner)).GetByteArrayAsync(address, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("＝1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    public async Task A_cell_that_would_be_a_formula_is_text(string title)
    {
        var learner = await WithAttemptsAsync($"formula-{Guid.NewGuid():N}", title);

        var csv = Encoding.UTF8.GetString(await GetAsync(learner, "/en/history/export.csv"));

        var cell = "'" + title.Replace("\"", "\"\"", StringComparison.Ordinal);
        Assert.Matches($"\n\"?{System.Text.RegularExpressions.Regex.Escape(cell)}\"?,Timed,", csv);
    }

    [Theory]
    [InlineData("zh", "试卷,模式,")]
    [InlineData("en", "Paper,Mode,")]
    public async Task It_is_utf8_with_a_mark_and_headings_in_the_readers_language(string language, string headings)
    {
        var learner = await WithAttemptsAsync("bom-" + language, "综合，卷 \"A\"");

        var bytes = await GetAsync(learner, $"/{language}/history/export.csv");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith(headings, text, StringComparison.Ordinal);
        Assert.Contains("\"综合，卷 \"\"A\"\"\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_stay_numbers_and_times_are_utc()
    {
        var learner = await WithAttemptsAsync("plain", "Plain");

        var row = Encoding.UTF8.GetString(await GetAsync(learner, "/en/history/export.csv")).Split("\r\n")[1].Split(',');

        Assert.Equal(["Plain", "Timed"], row[..2]);
        Assert.Equal(Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), row[3]);
        Assert.Equal(["600", "1", "50", "0.5", "1", "en", "paper"], row[5..12]);
    }

    [Fact]
    public async Task Every_attempt_is_in_both_files_and_nobody_elses()
    {
        string[] titles = [.. Enumerable.Range(1, 70).Select(number => $"Paper {number}")];
        var learner = await WithAttemptsAsync("complete", titles);
        await site.RunningAsync(learner, "Open", deadline: null);
        await WithAttemptsAsync("complete-other", "Theirs");

        var csv = Encoding.UTF8.GetString(await GetAsync(learner, "/en/history/export.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(await GetAsync(learner, "/en/history/export.json"));

        string[] all = [.. titles, "Open"];
        Assert.Equal(all.Order(), csv[1..].Select(line => line.Split(',')[0]).Order());
        Assert.Equal(all.Order(), json.RootElement.EnumerateArray().Select(attempt => attempt.GetProperty("paper").GetString()!).Order());
        var open = json.RootElement.EnumerateArray().Single(attempt => attempt.GetProperty("paper").GetString() == "Open");
        Assert.Equal(JsonValueKind.Null, open.GetProperty("score").ValueKind);
        Assert.Equal("practice", open.GetProperty("mode").GetString());
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task It_is_a_file_to_save_and_never_kept_on_the_way(string extension, string type)
    {
        var browser = await site.BrowserOfAsync(await site.LearnerAsync());
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var response = await browser.SendAsync(new(method, $"/zh/history/export.{extension}"), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal($"quiz-history-{Now:yyyy-MM-dd}.{extension}", response.Content.Headers.ContentDisposition.FileName);
            Assert.True(response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task A_visitor_gets_an_empty_file_and_no_identity()
    {
        using var response = await site.Browser().GetAsync("/en/history/export.json", TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("[]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
