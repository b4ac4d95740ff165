using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>Everything an author does, without a mouse.</summary>
public class AuthorByKeyboardTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_paper_is_made_previewed_and_opened_longer_for_one_person(string language)
    {
        var (visitor, account) = await SignInAsync(language);
        var page = visitor.Page;
        await page.GotoAsync(visitor.In("account"));
        await Keyboard.EnterAsync(page, page.Locator("#author"));
        await Keyboard.EnterAsync(page, page.Locator("main a[href$='/author/papers']").First);
        await Keyboard.EnterAsync(page, page.Locator("a.button.primary[href$='/papers/new']"));

        var papers = new AuthorPages(visitor);
        await TypeAsync("title-zh", "只用键盘");
        await TypeAsync("title-en", "Keyboard only");
        await TypeAsync("key", $"keys-{language}");
        await TypeAsync("part-0-count", "2");
        await Keyboard.TickAsync(page, page.Locator("input[name=part-0-difficulties][value='1']"));
        await Keyboard.EnterAsync(page, page.Locator("button[name=do][value=add]:visible"));
        await Expect(papers.Parts).ToHaveCountAsync(2);
        await TypeAsync("part-1-count", "1");
        await Keyboard.EnterAsync(page, page.Locator("button[name=do][value=save].primary"));
        await Expect(papers.Saved).ToBeVisibleAsync();

        await Keyboard.EnterAsync(page, page.Locator("main a[href$='/preview']"));
        await Expect(papers.Previewed).ToHaveCountAsync(3);

        await page.GotoAsync(visitor.In($"author/papers/p-keys-{language}"));
        await Keyboard.EnterAsync(page, page.Locator("main a[href$='/people']"));
        await TypeAsync("who", account.Email);
        await TypeAsync("attempts", "3");
        await Keyboard.EnterAsync(page, page.Locator(".paper-form button.primary"));
        await Expect(papers.Saved).ToBeVisibleAsync();
        await Expect(page.Locator("main table")).ToContainTextAsync("Ada");

        Task TypeAsync(string field, string text) => Keyboard.TypeAsync(page, page.Locator($"#{field}"), text);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Statistics_are_read_and_a_question_is_regraded(string language)
    {
        var (visitor, account) = await SignInAsync(language);
        var page = visitor.Page;
        await page.GotoAsync(visitor.In($"author/statistics/{account.Key}"));
        await Keyboard.EnterAsync(page, page.Locator($"a[href$='author/questions/{account.Question}']"));
        await Keyboard.EnterAsync(page, page.Locator($"a[href$='{account.Question}/regrade']"));
        await Keyboard.TickAsync(page, page.Locator("input[name=version]"));
        await Keyboard.ChooseAsync(page, page.Locator("input[name=rule]"), page.Locator("input[value=FullMarks]"));
        await Keyboard.TypeAsync(page, page.Locator("#reason"), language == "zh" ? "题干有歧义。" : "The stem is ambiguous.");
        await Keyboard.EnterAsync(page, page.Locator(".regrade .button.primary"));
        await Keyboard.EnterAsync(page, page.Locator(".button.danger"));
        await Expect(page.Locator(".notice.ok")).ToBeVisibleAsync();
    }

    private async Task<(Visitor Visitor, AnsweredPaper Account)> SignInAsync(string language)
    {
        var account = await AnsweredPaper.MakeAsync(Stage.Site);
        var visitor = await ArriveAsync(language);
        await new AccountPages(visitor).OpenSignInAsync();
        await Keyboard.TypeAsync(visitor.Page, visitor.Page.Locator("#email"), account.Email);
        await Keyboard.TypeAsync(visitor.Page, visitor.Page.Locator("#password"), AnsweredPaper.Password);
        await Keyboard.EnterAsync(visitor.Page, visitor.Page.Locator("#sign-in"));
        return (visitor, account);
    }
}
