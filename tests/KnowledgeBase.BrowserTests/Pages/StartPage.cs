using System.Text.RegularExpressions;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>Where a paper is begun.</summary>
internal sealed partial class StartPage(Visitor visitor)
{
    /// <summary>Ten questions with one right option each; what a section draws may be of any kind.</summary>
    public const string Choices = $"quizzes/{FixedPapers.Choices}";

    /// <summary>One question of every kind.</summary>
    public const string Kinds = $"quizzes/{FixedPapers.Kinds}";

    /// <summary>The same, with confidence scored.</summary>
    public const string Sure = $"quizzes/{FixedPapers.Sure}";

    public ILocator Form => visitor.Page.Locator("form.begin");

    public ILocator Title => visitor.Page.Locator("main h1");

    public ILocator Begin => Form.Locator("button.primary");

    public ILocator Practice => Form.Locator("input[name=mode][value=practice]");

    public static async Task<StartPage> OpenAsync(Visitor visitor, string path = Choices)
    {
        await visitor.Page.GotoAsync(visitor.In(path));
        return await ArrivedAsync(visitor);
    }

    public static async Task<StartPage> ArrivedAsync(Visitor visitor)
    {
        var page = new StartPage(visitor);
        await Expect(page.Form).ToBeVisibleAsync();
        return page;
    }

    public async Task<AttemptPage> PractiseAsync()
    {
        await visitor.ActivateAsync(Form.Locator("label.choice").Nth(1));
        await Expect(Practice).ToBeCheckedAsync();
        return await BeginAsync();
    }

    public async Task<AttemptPage> BeginAsync()
    {
        await visitor.ActivateAsync(Begin);
        await visitor.Page.WaitForURLAsync(AttemptAddress());
        return await AttemptPage.ArrivedAsync(visitor, visitor.Page);
    }

    [GeneratedRegex("/attempts/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex AttemptAddress();
}
