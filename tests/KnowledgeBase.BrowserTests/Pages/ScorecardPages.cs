using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;
using KnowledgeBase.Learners;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>Interviews with scorecards, as those who lead, score and sit them use them.</summary>
internal sealed class ScorecardPages(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Status => Page.Locator("#status");

    public ILocator Medians => Page.Locator("td.median");

    public ILocator Criteria => Page.Locator("fieldset.criterion");

    /// <summary>An account that the person who runs the site made, signed in.</summary>
    public async Task SignInAsync(LiveSite site, string name, LearnerRole role = LearnerRole.Learner)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new(name, email, AccountPages.Password), role)).Problems);
        var account = new AccountPages(visitor);
        await account.OpenSignInAsync();
        await account.SignInAsync(email);
    }

    public Task OpenAsync(string path) => Page.GotoAsync(visitor.In($"interviews/scorecards{(path.Length == 0 ? "" : "/" + path)}"));

    /// <summary>On the form of a new session: the first questions of the first section.</summary>
    public async Task PickAsync(int count)
    {
        await Page.Locator(".picks summary").First.ClickAsync();
        for (var i = 0; i < count; i++)
            await Page.Locator(".picks details").First.Locator("input[name=question]").Nth(i).CheckAsync();
    }

    /// <summary>Presses the button of the form that posts there.</summary>
    public Task PressAsync(string act) => Page.Locator($"form[action$='/{act}'] button").First.ClickAsync();

    public async Task<string> LinkAsync(string role)
    {
        await PressAsync($"invite/{role}");
        return new Uri(await Page.Locator($"#link-{role}").InputValueAsync()).PathAndQuery;
    }

    public async Task JoinAsync(string link)
    {
        await Page.GotoAsync(link);
        await PressAsync("accept");
    }

    /// <summary>A level and its evidence, for every criterion from this one on.</summary>
    public async Task ScoreAsync(int level, string evidence, int from = 0)
    {
        await Expect(Page.Locator("form#sheet")).ToBeVisibleAsync();
        for (var i = from; i < await Criteria.CountAsync(); i++)
        {
            await Criteria.Nth(i).Locator("label.level").Nth(level - 1).ClickAsync();
            await Criteria.Nth(i).Locator("textarea").FillAsync($"{evidence} {i + 1}");
        }
    }

    public Task SubmitAsync() => Page.Locator("button[data-submit]").ClickAsync();
}
