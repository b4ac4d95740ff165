using KnowledgeBase.BrowserTests.Access;
using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class AuthorTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task An_author_makes_a_paper_previews_it_and_a_learner_sits_it(string language, Device device)
    {
        var author = await ArriveAsync(language, device);
        var papers = new AuthorPages(author);
        await papers.BecomeAuthorAsync(Stage.Site);
        await author.Page.GotoAsync(author.In("account"));
        await author.ActivateAsync(author.Page.Locator("#author"));
        await author.ActivateAsync(author.Page.Locator("main a[href$='/author/papers']").First);
        await author.ActivateAsync(author.Page.Locator("a.button.primary[href$='/papers/new']"));

        var key = $"team-{language}-{device.ToString().ToLowerInvariant()}";
        await papers.FillAsync("title-zh", $"团队考核 {key}");
        await papers.FillAsync("title-en", $"Team exam {key}");
        await papers.FillAsync("key", key);
        await papers.FillAsync("part-0-count", "2");
        await papers.TickAsync("part-0-difficulties", "1");
        await papers.PressAsync("add");
        await Expect(papers.Parts).ToHaveCountAsync(2);
        await papers.FillAsync("part-1-count", "1");
        await papers.TickAsync("part-1-tags", "mistake");
        await papers.FillAsync("pass-mark", "60");
        await papers.FillAsync("attempts", "1");
        await papers.PressAsync("save");
        await Expect(papers.Saved).ToBeVisibleAsync();

        await papers.OpenAsync($"author/papers/p-{key}/preview?seed=42");
        await Expect(papers.Previewed).ToHaveCountAsync(3);
        var drawn = await papers.PreviewedKeys.AllInnerTextsAsync();
        await author.Page.ReloadAsync();
        Assert.Equal(drawn, await papers.PreviewedKeys.AllInnerTextsAsync());
        await author.ActivateAsync(author.Page.Locator(".preview a.button.primary"));
        await author.Page.WaitForURLAsync(url => !url.EndsWith("seed=42", StringComparison.Ordinal));
        await Expect(papers.Previewed).ToHaveCountAsync(3);

        var learner = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(learner, $"quizzes/p-{key}")).BeginAsync();
        await Expect(attempt.Questions).ToHaveCountAsync(3);
        await attempt.HandInAsync();
        await Expect(learner.Page.Locator(".verdict").First).ToBeVisibleAsync();
        await learner.Page.GotoAsync(learner.In($"quizzes/p-{key}"));
        // The one attempt is used; practice is left.
        await Expect(learner.Page.Locator("form.begin input[value=exam]:disabled")).ToHaveCountAsync(1);
        await Expect(learner.Page.Locator("form.begin input[value=practice]")).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task What_an_author_sees_is_accessible_and_fits(string language)
    {
        var author = await ArriveAsync(language);
        var papers = new AuthorPages(author);
        await papers.BecomeAuthorAsync(Stage.Site);
        var findings = new List<string>();

        await LookAsync("author", "author");
        await LookAsync("author/papers/new", "author-new");
        await papers.FillAsync("part-0-count", "90");
        await papers.TickAsync("part-0-difficulties", "5");
        await papers.PressAsync("add");
        await InspectAsync("author-parts");
        await papers.PressAsync("save");
        await Expect(author.Page.Locator(".paper-form :invalid").First).ToBeVisibleAsync();
        await papers.FillAsync("title-zh", "可达性");
        await papers.FillAsync("title-en", "Access");
        await papers.FillAsync("key", "Not right");
        await papers.PressAsync("save");
        await Expect(author.Page.Locator("[role=alert]")).ToBeVisibleAsync();
        await InspectAsync("author-refused");
        await papers.FillAsync("key", $"access-{language}");
        await author.Page.Locator("input[name=source][value=list]").CheckAsync();
        await papers.FillAsync("find", "python");
        await papers.PressAsync("find");
        await author.ActivateAsync(author.Page.Locator(".found button").First);
        await author.ActivateAsync(author.Page.Locator(".found button").First);
        await Expect(author.Page.Locator(".picked li")).ToHaveCountAsync(2);
        await InspectAsync("author-list");
        await papers.FillAsync("attempts", "2");
        await papers.FillAsync("wait", "120");
        await papers.FillAsync("closes", "2030-01-01T10:00");
        await author.Page.Locator("[name=review-after-window]").CheckAsync();
        await papers.PressAsync("save");
        await Expect(papers.Saved).ToBeVisibleAsync();
        await LookAsync("author/papers", "author-papers");
        await LookAsync($"author/papers/p-access-{language}/preview", "author-preview");
        await LookAsync($"quizzes/p-access-{language}", "paper-with-rules");
        await papers.OpenAsync($"author/papers/p-access-{language}/people");
        await author.Page.Locator("#who").FillAsync("nobody@example.org");
        await author.ActivateAsync(author.Page.Locator(".paper-form button.primary"));
        await Expect(author.Page.Locator("#who-error")).ToBeVisibleAsync();
        await InspectAsync("author-people-refused");

        Assert.Empty(findings);

        async Task LookAsync(string path, string name)
        {
            await papers.OpenAsync(path);
            await InspectAsync(name);
        }

        async Task InspectAsync(string name) =>
            findings.AddRange((await Inspection.InspectAsync(author.Page, $"{name}-{language}")).Select(finding => $"{name} {finding}"));
    }
}
