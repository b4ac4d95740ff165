using KnowledgeBase.BrowserTests.Sites;

namespace KnowledgeBase.BrowserTests.Visitors;

/// <summary>A test with visitors. After each, every visitor's tabs must have been free of console errors; a failure leaves a trace and screenshots.</summary>
public abstract class BrowserTest(Stage stage) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected Stage Stage { get; } = stage;

    protected async Task<Visitor> ArriveAsync(string language = "zh", Device device = Device.Desktop, bool script = true, LiveSite? site = null)
    {
        var visitor = await Visitor.ArriveAsync(Stage.Browser, (site ?? Stage.Site).Address, language, device, script);
        _visitors.Add(visitor);
        return visitor;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var troubles = _visitors.SelectMany(visitor => visitor.Troubles).ToList();
        foreach (var (visitor, index) in _visitors.Select((visitor, index) => (visitor, index)))
            await visitor.LeaveAsync(failed || troubles.Count > 0 ? NameFor(index) : null);
        Assert.True(troubles.Count == 0, string.Join(Environment.NewLine, troubles));
    }

    private static string NameFor(int visitor)
    {
        var test = TestContext.Current.Test!;
        var name = test.TestDisplayName.Replace("KnowledgeBase.BrowserTests.", "", StringComparison.Ordinal).Split('(')[0];
        // The arguments tell apart the runs of a theory, but are too long for a file's name.
        return Path.Combine(Repository.Leftovers, $"{name[..Math.Min(name.Length, 100)]}-{test.UniqueID[..6]}-{visitor}");
    }
}
