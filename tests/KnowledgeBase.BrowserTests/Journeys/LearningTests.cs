using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>The main job, end to end.</summary>
public class LearningTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Reading_leads_through_a_quiz_and_a_lost_network_to_the_review_and_the_history(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        visitor.Tolerate("ERR_INTERNET_DISCONNECTED");

        var article = await ArticlePage.OpenAsync(visitor);
        await Expect(article.Formulas.First).ToBeVisibleAsync();
        await Expect(article.Figures.First).ToBeVisibleAsync();
        var start = await article.ToItsQuizAsync();
        var attempt = await start.BeginAsync();
        var count = await attempt.Questions.CountAsync();
        Assert.True(count >= 6, $"The journey needs six questions, the paper has {count}.");

        await attempt.AnswerByKeyAsync(0);
        await attempt.NextByKeyAsync(2);
        await attempt.AnswerByKeyAsync(1);
        await attempt.ExpectSavedAsync();

        await visitor.Context.SetOfflineAsync(true);
        await attempt.NextByKeyAsync(3);
        await attempt.PressAsync("f");
        await attempt.NextByKeyAsync(4);
        await attempt.PressAsync("f");
        await attempt.ExpectUnsavedOfflineAsync(2);
        await visitor.Context.SetOfflineAsync(false);
        await attempt.ExpectSavedAsync();
        await attempt.ExpectStoredAsync(1, 2);

        await attempt.PressAsync("p");
        for (var position = 3; position <= count; position++)
        {
            if (position > 3)
                await attempt.NextByKeyAsync(position);
            await attempt.AnswerByKeyAsync(position % 2);
        }
        await Expect(attempt.Answered).ToHaveTextAsync($"{count}");
        var review = await attempt.HandInByKeyAsync();

        await review.ExpectReasonsAsync(count);
        var score = await review.Score.InnerTextAsync();
        var address = review.Address;
        await review.FollowReadingLinkAsync();

        var history = await HistoryPage.OpenAsync(visitor);
        await Expect(history.Attempts).ToHaveCountAsync(1);
        await Expect(history.Attempt(address).Locator(".points")).ToHaveTextAsync(score);
        await Expect(history.Trend).ToBeVisibleAsync();
        await Expect(history.Mastery).ToBeVisibleAsync();
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Every_page_of_the_way_can_be_walked_by_its_links(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.WaitForURLAsync($"**{visitor.In("")}");

        await visitor.ActivateAsync(visitor.Page.Locator(".hero a.primary"));
        await visitor.ActivateAsync(visitor.Page.Locator("main .chapter h2 a").First);
        await visitor.ActivateAsync(visitor.Page.Locator("main ul > li > a").First);
        await Expect(visitor.Page.Locator("article.prose")).ToBeVisibleAsync();
        await visitor.ActivateAsync(visitor.Page.Locator($".bar a[href='{visitor.In("quizzes")}']"));
        await visitor.ActivateAsync(visitor.Page.Locator(".papers a.primary").First);
        await Expect(new StartPage(visitor).Form).ToBeVisibleAsync();
        await visitor.ActivateAsync(visitor.Page.Locator($".bar a[href='{visitor.In("history")}']"));
        await Expect(new HistoryPage(visitor).Empty).ToBeVisibleAsync();
    }
}
