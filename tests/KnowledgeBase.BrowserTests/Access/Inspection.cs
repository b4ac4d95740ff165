using Deque.AxeCore.Commons;
using KnowledgeBase.BrowserTests.Sites;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>Looks at a page as it stands, in both themes and widths, loading it only once.</summary>
internal static class Inspection
{
    private static readonly int[] Widths = [1280, 360];
    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    // Run in the page itself: the driver of axe made for Playwright loads the script and a helper page anew for each look.
    // A formula is a thousand boxes hidden from assistive technology, in the colour of the text around it, and MathML that axe
    // has no rules for: looking into them took nine tenths of the time and can find nothing. A theme changes colours only.
    private const string Look = """
        async coloursOnly => {
            const options = { resultTypes: ['violations'] };
            if (coloursOnly)
                options.runOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
            const { violations } = await axe.run({ exclude: [['.katex']] }, options);
            return violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}: ${node.target} ${node.html.slice(0, 160)} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`));
        }
        """;

    /// <summary>With KB_SCREENSHOTS=1 every view is also kept in artifacts/screenshots, for people to look at.</summary>
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("KB_SCREENSHOTS") == "1";

    /// <summary>What is wrong: axe's findings, and anything that makes the page scroll sideways. Empty if all is well.</summary>
    /// <param name="name">Of the page, for its pictures.</param>
    public static async Task<List<string>> InspectAsync(IPage page, string name)
    {
        var findings = new List<string>();
        await page.EvaluateAsync(AxeScript);
        await EachViewAsync(page, async (view, theme) =>
        {
            if (KeepsPictures)
                await TakeAsync(page, $"{name}-{view}");
            var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
            if (wide > 0)
                findings.Add($"{view}: {wide} px too wide because of {await WidestAsync(page)}");
            var violations = await page.EvaluateAsync<string[]>(Look, theme == ColorScheme.Dark);
            findings.AddRange(violations.Select(violation => $"{view}: {violation}"));
        });
        return findings;
    }

    private static async Task EachViewAsync(IPage page, Func<string, ColorScheme, Task> look)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, width == 360 ? 740 : 800);
            foreach (var theme in Themes)
            {
                // Without motion, so that no colour is read half-way.
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                await look($"{width}-{theme.ToString().ToLowerInvariant()}", theme);
            }
        }
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => scrollTo(0, 0))");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}.png"), FullPage = true });
    }

    // Names only elements that no ancestor scrolls or clips.
    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>("""
        () => [...document.body.querySelectorAll('*')]
            .filter(one => one.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1)
            .filter(one => { for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return false; return true; })
            .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')
        """);
}
