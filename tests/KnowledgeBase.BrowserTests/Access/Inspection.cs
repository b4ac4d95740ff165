using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KnowledgeBase.BrowserTests.Sites;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>Looks at a page as it stands, in both themes and widths, loading it only once.</summary>
internal static class Inspection
{
    private static readonly int[] Widths = [1280, 360];
    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    // A formula is a thousand boxes hidden from assistive technology, in the colour of the text around it, and MathML that axe
    // has no rules for: looking into them took nine tenths of the time and can find nothing.
    private static readonly AxeRunContext BesideFormulas = new() { Exclude = [new AxeSelector(".katex")] };

    /// <summary>With KB_SCREENSHOTS=1 every view is also kept in artifacts/screenshots, for people to look at.</summary>
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("KB_SCREENSHOTS") == "1";

    /// <summary>What is wrong: axe's findings, and anything that makes the page scroll sideways. Empty if all is well.</summary>
    /// <param name="name">Of the page, for its pictures.</param>
    public static async Task<List<string>> InspectAsync(IPage page, string name)
    {
        var findings = new List<string>();
        await EachViewAsync(page, async view =>
        {
            if (KeepsPictures)
                await TakeAsync(page, $"{name}-{view}");
            var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
            if (wide > 0)
                findings.Add($"{view}: {wide} px too wide because of {await WidestAsync(page)}");
            var result = await page.RunAxe(BesideFormulas, new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            findings.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{view}: {rule.Id}: {Short(node)}")));
        });
        return findings;
    }

    private static async Task EachViewAsync(IPage page, Func<string, Task> look)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, width == 360 ? 740 : 800);
            foreach (var theme in Themes)
            {
                // Without motion, so that no colour is read half-way.
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                await look($"{width}-{theme.ToString().ToLowerInvariant()}");
            }
        }
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => scrollTo(0, 0))");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}.png"), FullPage = true });
    }

    private static string Short(AxeResultNode node) =>
        $"{node.Target} {node.Html[..Math.Min(node.Html.Length, 160)]} {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}";

    // Names only elements that no ancestor scrolls or clips.
    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>("""
        () => [...document.body.querySelectorAll('*')]
            .filter(one => one.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1)
            .filter(one => { for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return false; return true; })
            .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')
        """);
}
