using KnowledgeBase.BrowserTests.Browsers;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(Stage))]

namespace KnowledgeBase.BrowserTests.Visitors;

/// <summary>What every browser test stands on: one Chromium and one running site for the whole run.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly Lazy<LiveSite> _site = new(() => new LiveSite(TimeProvider.System).Start());
    private readonly Lazy<(LiveSite, FakeTimeProvider)> _clockwork = new(() =>
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        return (new LiveSite(clock).Start(), clock);
    });
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _missing = "";

    public LiveSite Site => _site.Value;

    /// <summary>A second site whose clock only the test moves.</summary>
    public (LiveSite Site, FakeTimeProvider Clock) Clockwork => _clockwork.Value;

    /// <summary>Skips the test, loudly, where no browser can be had; fails it where one is required (KB_REQUIRE_BROWSER=1).</summary>
    public IBrowser Browser
    {
        get
        {
            if (Environment.GetEnvironmentVariable("KB_REQUIRE_BROWSER") == "1")
                Assert.True(_browser is not null, _missing);
            Assert.SkipWhen(_browser is null, _missing);
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var log = new SetupLog();
        _playwright = await Playwright.CreateAsync();
        // Two cores run the site, the browsers and the other tests: five seconds would test the machine.
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await new BrowserSetup(_playwright, log).StartAsync();
        var said = log.Save(Path.Combine(Repository.Leftovers, "setup.log"));
        _missing = $"No Chromium here, and none could be set up; install one or point CHROMIUM at it.{Environment.NewLine}{said}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site.IsValueCreated)
            await _site.Value.DisposeAsync();
        if (_clockwork.IsValueCreated)
            await _clockwork.Value.Item1.DisposeAsync();
    }
}
