using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

/// <summary>What only authors see: statistics and regrades, walked through with a mouse, in both languages.</summary>
public class AuthorAccessTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task What_an_author_sees_is_accessible_and_fits(string language)
    {
        var visitor = await ArriveAsync(language);
        var paper = await AnsweredPaper.MakeAsync(Stage.Site);
        var page = visitor.Page;
        await new AccountPages(visitor).OpenSignInAsync();
        await page.Locator("#email").FillAsync(paper.Email);
        await page.Locator("#password").FillAsync(AnsweredPaper.Password);
        await visitor.ActivateAsync(page.Locator("#sign-in"));
        await page.WaitForURLAsync("**/account");
        var findings = new List<string>();

        await page.GotoAsync(visitor.In($"author/statistics/{paper.Key}"));
        await Expect(page.Locator("table.items tbody tr")).ToHaveCountAsync(4);
        await InspectAsync("author-paper");

        await page.GotoAsync(visitor.In("author/statistics"));
        await InspectAsync("author-papers");

        await page.GotoAsync(visitor.In($"author/questions/{paper.Question}"));
        await Expect(page.Locator("table.options")).ToBeVisibleAsync();
        await InspectAsync("author-question");

        await visitor.ActivateAsync(page.Locator($"a[href$='{paper.Question}/regrade']"));
        await page.Locator("input[name=version]").CheckAsync();
        await page.Locator("input[value=FullMarks]").CheckAsync();
        await page.Locator("#reason").FillAsync(language == "zh" ? "题干有歧义，两种读法都成立。" : "The question could be read in two ways.");
        await visitor.ActivateAsync(page.Locator(".regrade .button.primary"));
        await Expect(page.Locator("section[aria-labelledby=preview] tbody tr")).ToHaveCountAsync(10);
        await InspectAsync("author-regrade");

        await visitor.ActivateAsync(page.Locator(".button.danger"));
        await Expect(page.Locator(".notice.ok")).ToBeVisibleAsync();
        await page.GotoAsync(visitor.In("author/regrades"));
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Ada");
        await InspectAsync("author-regrades");

        Assert.Empty(findings);

        async Task InspectAsync(string name) =>
            findings.AddRange((await Inspection.InspectAsync(page, $"{name}-{language}")).Select(finding => $"{name} {finding}"));
    }
}
