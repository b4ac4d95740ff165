using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;
using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>Making a paper, looking at what it draws, and who sits it under other rules.</summary>
internal sealed class AuthorPages(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Parts => Page.Locator("fieldset.part");

    public ILocator Saved => Page.Locator(".notice.ok");

    public ILocator Previewed => Page.Locator(".preview article.question");

    public ILocator PreviewedKeys => Page.Locator(".preview .about code");

    /// <summary>Registers an account, which the person who runs the site then makes an author's.</summary>
    public async Task BecomeAuthorAsync(LiveSite site)
    {
        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        var email = await account.RegisterAsync();
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContextAsync())
            await db.Set<Learner>().Where(learner => learner.Email == email).ExecuteUpdateAsync(set => set.SetProperty(learner => learner.Role, LearnerRole.Author));
        await account.OpenAsync();
        await account.SignOutAsync();
        await account.SignInAsync(email);
    }

    public Task OpenAsync(string path) => Page.GotoAsync(visitor.In(path));

    public async Task FillAsync(string field, string value) => await Page.Locator($"#{field}").FillAsync(value);

    public async Task TickAsync(string name, string value) => await Page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();

    public async Task PressAsync(string act) => await visitor.ActivateAsync(Page.Locator($"button[name=do][value='{act}']:visible:not(.visually-hidden)"));
}
