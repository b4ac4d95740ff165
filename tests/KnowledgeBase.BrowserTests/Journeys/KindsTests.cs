using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>Every kind of question: by keys alone, by hand, and without scripts.</summary>
public class KindsTests(Stage stage) : BrowserTest(stage)
{
    private const int Number = 4;
    private const int Order = 5;
    private const int Match = 6;

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Every_kind_is_answered_with_the_keyboard_alone(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).BeginAsync();
        await attempt.AnswerByKeyAsync(0);
        await attempt.NextByKeyAsync(2);
        await attempt.AnswerByKeyAsync(0);
        await attempt.NextByKeyAsync(3);
        await attempt.AnswerByKeyAsync(1);

        // Letters that are single keys elsewhere are only text here.
        await attempt.NextByKeyAsync(Number);
        await attempt.TypeNumberAsync("12n");
        await Expect(attempt.Question(Number).Locator(".odd")).Not.ToBeEmptyAsync();
        await attempt.TypeNumberAsync("1,5");
        await Expect(attempt.Question(Number).Locator(".odd")).ToBeEmptyAsync();
        await Expect(attempt.Question(Number)).ToBeVisibleAsync();

        await attempt.Current.Locator("h2").FocusAsync();
        await attempt.NextByKeyAsync(Order);
        var before = await attempt.OrderAsync();
        var down = attempt.Current.Locator($"li[data-token={before[0]}] [data-move='1']");
        await Keyboard.TabToAsync(visitor.Page, down);
        await attempt.SavedAfterAsync(() => attempt.PressAsync("Enter"));
        await attempt.SavedAfterAsync(() => attempt.PressAsync("Space"));
        await Expect(down).ToBeFocusedAsync();
        string[] moved = [before[1], before[2], before[0], .. before[3..]];
        Assert.Equal(moved, await attempt.OrderAsync());
        await Expect(attempt.Current.Locator("[role=status]")).ToContainTextAsync(language == "zh" ? "现在是第 3 位" : "now at place 3");

        await attempt.Current.Locator("h2").FocusAsync();
        await attempt.NextByKeyAsync(Match);
        await attempt.AnswerByKeyAsync(0);
        await Expect(attempt.Answered).ToHaveTextAsync("6");
        await attempt.ExpectStoredAsync(1, 2, 3, 4, 5, 6);

        var review = await attempt.HandInByKeyAsync();
        await review.ExpectReasonsAsync(6);
        await Expect(review.Question(Number).Locator("dl.numbers")).ToContainTextAsync("1,5");
        await Expect(review.Question(Order).Locator(".yours > li")).ToHaveCountAsync(before.Length);
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task An_order_is_moved_accepted_and_taken_back_by_hand_and_a_reload_shows_it_again(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).BeginAsync();
        await visitor.ActivateAsync(visitor.Page.Locator($"#palette a[data-to='{Order}']"));
        var before = await attempt.OrderAsync();
        var accept = attempt.Current.Locator("[data-accept]");
        await attempt.ExpectStoredAsync();

        await attempt.SavedAfterAsync(() => visitor.ActivateAsync(accept));
        await attempt.ExpectStoredAsync(Order);
        await attempt.SavedAfterAsync(() => visitor.ActivateAsync(accept));
        await attempt.ExpectStoredAsync();
        await attempt.SavedAfterAsync(() => visitor.ActivateAsync(attempt.Current.Locator($"li[data-token={before[1]}] [data-move='-1']")));
        await Expect(accept).ToHaveAttributeAsync("aria-pressed", "true");
        var size = (await attempt.Current.Locator("[data-move]").First.BoundingBoxAsync())!;
        Assert.True(size.Width >= 44 && size.Height >= 44, $"{size.Width} × {size.Height} is hard to hit.");

        await visitor.Page.ReloadAsync();
        await AttemptPage.ArrivedAsync(visitor, visitor.Page);
        string[] moved = [before[1], before[0], .. before[2..]];
        Assert.Equal(moved, await attempt.OrderAsync());
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Every_kind_is_answered_without_scripts(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device, script: false);
        var attempt = await (await StartPage.OpenAsync(visitor, StartPage.Kinds)).BeginAsync();
        var (order, match) = (attempt.Question(Order).Locator("select"), attempt.Question(Match).Locator("select"));
        await Expect(attempt.Question(Order).Locator("[data-move]").First).ToBeHiddenAsync();

        await attempt.Question(Number).Locator(".typed input").FillAsync("lots");
        await order.Nth(0).SelectOptionAsync("b");
        await order.Nth(1).SelectOptionAsync("b");
        await order.Nth(2).SelectOptionAsync("a");
        await match.Nth(1).SelectOptionAsync("c");
        await visitor.ActivateAsync(attempt.Question(Match).Locator("button[name=at]"));
        await visitor.Page.WaitForURLAsync($"**?saved=1#q{Match}");

        await Expect(attempt.Question(Number).Locator(".odd")).Not.ToBeEmptyAsync();
        await Expect(order.Nth(0)).ToHaveValueAsync("b");
        await Expect(order.Nth(1)).ToHaveValueAsync("");
        await Expect(order.Nth(2)).ToHaveValueAsync("a");
        await Expect(match.Nth(0)).ToHaveValueAsync("");
        await Expect(match.Nth(1)).ToHaveValueAsync("c");
        var review = await attempt.HandInAsync();
        await review.ExpectReasonsAsync(6);
    }

    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task A_second_tab_takes_over_numbers_orders_matches_and_confidence(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var first = await (await StartPage.OpenAsync(visitor, StartPage.Sure)).BeginAsync();
        var second = await AttemptPage.OpenAsync(visitor, await visitor.OpenTabAsync(), first.Address);

        await first.Question(1).Locator(".sure input").Nth(2).EvaluateAsync("one => one.click()");
        await Expect(second.Question(1).Locator(".sure input").Nth(2)).ToBeCheckedAsync();
        foreach (var (position, answer) in ((int, string)[])[(Number, "42"), (Order, ""), (Match, "")])
        {
            await first.Question(Number - 1).EvaluateAsync($"() => document.querySelector(\"#palette a[data-to='{position}']\").click()");
            await first.AnswerByKeyAsync(answer.Length > 0 ? int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture) - 1 : 0);
        }

        await Expect(second.Question(Number).Locator(".typed input")).ToHaveValueAsync("42");
        await Expect(second.Question(Order).Locator("[data-accept]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(second.Question(Match).Locator("select").First).ToHaveValueAsync("a");
    }
}
