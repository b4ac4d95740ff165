using System.Collections.Concurrent;

namespace KnowledgeBase.BrowserTests.Visitors;

/// <summary>Somebody at a browser of their own: cookies, tabs, and a note of everything that went wrong in them.</summary>
public sealed class Visitor
{
    private readonly ConcurrentQueue<string> _troubles = new();
    // Chromium's own remark when it drops a transition between two pages: a busy machine, a page without script, a phone's viewport.
    private readonly List<string> _tolerated = ["Transition was aborted because of invalid state"];

    private Visitor(IBrowserContext context, string language, Device device, bool script) =>
        (Context, Language, Device, HasScript) = (context, language, device, script);

    public IBrowserContext Context { get; }
    public string Language { get; }
    public Device Device { get; }
    public bool HasScript { get; }

    /// <summary>The first tab.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Console errors, uncaught exceptions and breaches of the content security policy that the test did not announce.</summary>
    public IEnumerable<string> Troubles => _troubles.Where(trouble => !_tolerated.Any(part => trouble.Contains(part, StringComparison.Ordinal))).Distinct();

    public static async Task<Visitor> ArriveAsync(IBrowser browser, Uri site, string language, Device device, bool script)
    {
        var options = DeviceOptions.For(device, language);
        options.BaseURL = site.ToString();
        options.JavaScriptEnabled = script;
        var visitor = new Visitor(await browser.NewContextAsync(options), language, device, script);
        await visitor.Context.Tracing.StartAsync(new() { Snapshots = true });
        visitor.Context.Console += (_, message) =>
        {
            if (message.Type == "error")
                visitor._troubles.Enqueue($"console at {message.Page?.Url}: {message.Text} ({message.Location})");
        };
        visitor.Context.WebError += (_, error) => visitor._troubles.Enqueue($"uncaught at {error.Page?.Url}: {error.Error}");
        if (script)
            await visitor.Context.AddInitScriptAsync("addEventListener('securitypolicyviolation', event => console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`))");
        visitor.Page = await visitor.OpenTabAsync();
        return visitor;
    }

    public Task<IPage> OpenTabAsync() => Context.NewPageAsync();

    /// <summary>A passkey store of the device, which always consents.</summary>
    public async Task HaveAuthenticatorAsync()
    {
        var session = await Context.NewCDPSessionAsync(Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Announces a console error that the test provokes, such as being offline.</summary>
    public void Tolerate(string part) => _tolerated.Add(part);

    /// <summary>As the device does it: a click, or a touch.</summary>
    public Task ActivateAsync(ILocator target) => Device == Device.Phone ? target.TapAsync() : target.ClickAsync();

    /// <summary>An address below the visitor's language: <c>read/models</c> becomes <c>/zh/read/models</c>.</summary>
    public string In(string path) => $"/{Language}{(path.Length == 0 ? "" : "/" + path)}";

    public async Task LeaveAsync(string? keepAs)
    {
        if (keepAs is null)
        {
            await Context.CloseAsync();
            return;
        }
        foreach (var (page, index) in Context.Pages.Select((page, index) => (page, index)))
            await page.ScreenshotAsync(new() { Path = $"{keepAs}-{index}.png", FullPage = true });
        await Context.Tracing.StopAsync(new() { Path = $"{keepAs}.zip" });
        await Context.CloseAsync();
    }
}
