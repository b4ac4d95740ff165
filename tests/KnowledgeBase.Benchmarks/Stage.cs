using System.Diagnostics;

namespace KnowledgeBase.Benchmarks;

/// <summary>A site over one of the databases, with people signed in.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int PagesARound = 40;
    private const int SavesARound = 20;

    /// <summary>The site lets nobody save more than twenty times a second.</summary>
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMilliseconds(60);

    private readonly BenchmarkSite _site;
    private string _attempt = "";
    private long _seq;

    private Stage(string database, string paper) => (_site, Paper) = (new BenchmarkSite(database).Start(), paper);

    public string Paper { get; }
    public Browser Author { get; private set; } = null!;
    public Browser Heavy { get; private set; } = null!;
    public Browser Light { get; private set; } = null!;

    public static async Task<Stage> OpenAsync(string database, string paper)
    {
        var stage = new Stage(database, paper);
        stage.Author = await Browser.SignInAsync(stage._site.Address, BenchmarkSite.AdminEmail);
        stage.Heavy = await Browser.SignInAsync(stage._site.Address, Seeding.Heavy);
        stage.Light = await Browser.SignInAsync(stage._site.Address, Seeding.Light);
        // The figures exist before a page with them is measured.
        await stage.ComputeAsync("first");
        stage._attempt = await stage.Light.StartAsync(paper);
        return stage;
    }

    /// <summary>The median of a round.</summary>
    public static async Task<double> PagesAsync(Browser browser, string address)
    {
        var times = new List<double>();
        for (var i = 0; i < PagesARound; i++)
            times.Add(await browser.TimePageAsync(address));
        return Median(times);
    }

    public async Task<double> SavesAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < SavesARound; i++)
        {
            times.Add(await Light.TimeSaveAsync(_attempt, ++_seq));
            await Task.Delay(BetweenSaves);
        }
        return Median(times);
    }

    /// <summary>From the button until the page has the new figures.</summary>
    public async Task<double> ComputeAsync(string which)
    {
        var address = $"/zh/author/statistics/{Paper}?attempts={which}";
        await Author.PageAsync(address);
        await IdleAsync();
        var clock = Stopwatch.StartNew();
        await Author.PostAsync($"/zh/author/statistics/{Paper}/compute", ("attempts", which));
        await IdleAsync();
        return clock.Elapsed.TotalMilliseconds;

        async Task IdleAsync()
        {
            while ((await Author.PageAsync(address)).Contains("role=\"status\"", StringComparison.Ordinal))
                await Task.Delay(10);
        }
    }

    public static double Median(List<double> times)
    {
        times.Sort();
        return (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
    }

    public async ValueTask DisposeAsync()
    {
        Author.Dispose();
        Heavy.Dispose();
        Light.Dispose();
        await _site.DisposeAsync();
    }
}
