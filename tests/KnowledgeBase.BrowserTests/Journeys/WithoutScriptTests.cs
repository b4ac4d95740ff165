using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class WithoutScriptTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Reading_a_quiz_and_its_review_need_no_script(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device, script: false);
        var article = await ArticlePage.OpenAsync(visitor);
        await Expect(article.CopyButtons).ToHaveCountAsync(0);
        await article.ToItsQuizAsync();
        var attempt = await (await StartPage.OpenAsync(visitor)).BeginAsync();
        var count = await attempt.Questions.CountAsync();
        await Expect(attempt.Questions.Last).ToBeVisibleAsync();

        await visitor.ActivateAsync(attempt.Question(1).Locator("label.option").First);
        await visitor.ActivateAsync(attempt.Question(1).Locator("button[name=at]"));
        await visitor.Page.WaitForURLAsync("**?saved=1#q1");
        await Expect(attempt.Option(1, 0)).ToBeCheckedAsync();
        await attempt.ExpectSavedAsync();
        await visitor.ActivateAsync(attempt.Question(2).Locator("label.option").Nth(1));
        var review = await attempt.HandInAsync();

        await review.ExpectReasonsAsync(count);
        await Expect(review.Question(2).Locator("li.option").Nth(1).Locator(".verdict")).ToBeVisibleAsync();
        await review.FollowReadingLinkAsync();
        var history = await HistoryPage.OpenAsync(visitor);
        await Expect(history.Attempts).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Registering_and_signing_in_need_no_script()
    {
        var visitor = await ArriveAsync("en", script: false);
        var account = new AccountPages(visitor);
        await account.OpenRegisterAsync();
        var email = await account.RegisterAsync("Alan");
        await account.OpenAsync();
        await account.SignOutAsync();
        await account.SignInAsync(email);

        await account.OpenAsync();
        await Expect(account.Name).ToHaveTextAsync("Alan");
    }
}
