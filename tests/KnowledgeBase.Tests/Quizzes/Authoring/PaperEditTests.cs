using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

public class PaperEditTests(AuthoringSite site) : IClassFixture<AuthoringSite>
{
    private const string New = "/en/author/papers/new";

    [Fact]
    public async Task A_paper_is_made_with_all_its_rules_and_offered_to_learners()
    {
        var author = await site.AuthorAsync();

        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [
            .. Named("first"), ("summary-zh", "概述"), ("summary-en", "Summary"), ("part-0-count", "3"), ("part-0-difficulties", "1"), ("part-0-sections", "tiny-section"),
            ("minutes", "12"), ("pass-mark", "70"), ("attempts", "2"), ("wait", "90"), ("counted", "Last"), ("multiplier", "1.5"), ("review", "Marks"), ("confidence", "Asked"),
            ("all-or-nothing", "1"), ("exam-only", "1"), ("review-after-window", "1"), ("opens", "2026-12-01T09:00"), ("closes", "2026-12-02T18:30")]);

        Assert.Equal("/en/author/papers/p-first?saved=1", author.Address);
        Assert.NotNull(page.QuerySelector(".notice.ok"));
        var paper = await site.PaperAsync("p-first");
        Assert.True(paper!.Authored);
        Assert.Equal(("甲卷 first", "Paper first", "概述"), (paper.Title.Zh, paper.Title.En, paper.Summary.Zh));
        Assert.Equal((3, 12), (paper.Blueprint.Count, paper.Blueprint.Minutes));
        Assert.Equivalent(new BlueprintPart(["tiny-section"], [1], [], 3), Assert.Single(paper.Blueprint.Parts));
        Assert.Equal(new PaperRules
        {
            PassMark = 70,
            MostAttempts = 2,
            WaitMinutes = 90,
            Counted = CountedScore.Last,
            Multiplier = 1.5,
            Review = ReviewExtent.Marks,
            Confidence = ConfidenceUse.Asked,
            AllOrNothing = true,
            ExamOnly = true,
            ReviewAfterWindow = true,
            OpensAt = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero),
            ClosesAt = new(2026, 12, 2, 18, 30, 0, TimeSpan.Zero),
        }, paper.Rules);
        Assert.NotNull((await author.OpenAsync("/zh/quizzes")).QuerySelector("a[href='/zh/quizzes/p-first']"));
        Assert.NotNull((await author.OpenAsync("/zh/author/papers")).QuerySelector("a[href='/zh/author/papers/p-first']"));
    }

    [Fact]
    public async Task Saving_what_is_stored_changes_nothing_of_it()
    {
        var author = await site.AuthorAsync();
        await author.PressAsync(await author.OpenAsync(New), "paper", "save", [
            .. Named("same"), ("part-0-count", "2"), ("opens", "2026-12-01T09:00"), ("closes", "2026-12-01T10:00"), ("pass-mark", "5"), ("multiplier", "off")]);
        var before = await site.PaperAsync("p-same");

        await author.PressAsync(await author.OpenAsync("/zh/author/papers/p-same"), "paper", "save");

        var after = await site.PaperAsync("p-same");
        Assert.Equivalent(before, after);
        Assert.Equal(before!.Rules, after!.Rules);
    }

    [Fact]
    public async Task Parts_are_added_and_removed_and_what_was_typed_stays()
    {
        var author = await site.AuthorAsync();
        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "add", [.. Named("parts"), ("part-0-count", "4"), ("part-0-tags", "applied"), ("pass-mark", "61")]);
        page = await author.PressAsync(page, "paper", "add", ("part-1-count", "7"), ("part-1-difficulties", "5"));
        Assert.Equal(["4", "7", "5"], Counts(page));

        page = await author.PressAsync(page, "paper", "remove-0");

        Assert.Equal(["7", "5"], Counts(page));
        Assert.True(Tick(page, "part-0-difficulties", "5").IsChecked);
        Assert.False(Tick(page, "part-0-tags", "applied").IsChecked);
        Assert.Equal(("甲卷 parts", "61"), (Value(page, "title-zh"), Value(page, "pass-mark")));
        Assert.Null(await site.PaperAsync("p-parts"));
    }

    [Fact]
    public async Task What_a_part_can_draw_is_shown_and_a_shortage_said()
    {
        var author = await site.AuthorAsync();

        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "look", ("part-0-count", "9"));

        var row = Assert.Single(page.QuerySelectorAll(".pool tbody tr"));
        Assert.Equal(["Tiny section", "5", "–", "–", "–", "–", "5"], row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("9 questions are asked for, 5 can be drawn", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_searched_picked_ordered_and_dropped()
    {
        var author = await site.AuthorAsync();
        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "find", [.. Named("list"), ("source", "list"), ("find", "question")]);
        Assert.Equal(TinyBook.Questions, page.QuerySelectorAll(".found li").Length);
        page = await author.PressAsync(page, "paper", "take-tiny-section/question-4");
        page = await author.PressAsync(page, "paper", "take-tiny-section/question-2", ("find", "题2"));
        Assert.Equal("tiny-section/question-2", Assert.Single(page.QuerySelectorAll(".found code")).TextContent);
        page = await author.PressAsync(page, "paper", "find", ("find", "question-5"));
        page = await author.PressAsync(page, "paper", "take-tiny-section/question-5");
        page = await author.PressAsync(page, "paper", "up-tiny-section/question-2");
        page = await author.PressAsync(page, "paper", "drop-tiny-section/question-5");

        await author.PressAsync(page, "paper", "save");

        Assert.Equal(["tiny-section/question-2", "tiny-section/question-4"], (await site.PaperAsync("p-list"))!.Blueprint.Questions);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "title-en", "", "The title is needed in both languages" },
        { "title-zh", new string('长', 61), "This is too long" },
        { "summary-en", new string('x', 301), "This is too long" },
        { "key", "Not A Slug", "Use lower-case letters" },
        { "key", "", "Use lower-case letters" },
        { "part-0-count", "0", "Enter a whole number within the limits" },
        { "part-0-count", "101", "Enter a whole number within the limits" },
        { "part-0-count", "", "Enter a whole number within the limits" },
        { "minutes", "1.5", "Enter a whole number within the limits" },
        { "pass-mark", "101", "Enter a whole number within the limits" },
        { "attempts", "-1", "Enter a whole number within the limits" },
        { "wait", "９", "Enter a whole number within the limits" },
        { "opens", "tomorrow", "Enter a date and time that exist" },
        { "closes", "2026-02-30T10:00", "Enter a date and time that exist" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_mistake_is_said_beside_its_field_and_all_that_was_typed_stays(string field, string typed, string said)
    {
        var author = await site.AuthorAsync();
        (string Name, string Value)[] fields = [.. Named("wrong"), ("summary-zh", "留着"), ("exam-only", "1"), ("counted", "Average")];

        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. fields.Where(one => one.Name != field), (field, typed)]);

        Assert.Contains(said, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.Contains(page.QuerySelectorAll("[role=alert] a"), link => link.GetAttribute("href") == $"{New}#{field}");
        Assert.Equal(typed, Value(page, field));
        Assert.Equal(("留着", "Average", true), (Value(page, "summary-zh"), Value(page, "counted"), Tick(page, "exam-only", "1").IsChecked));
        Assert.Null(await site.PaperAsync("p-wrong"));
    }

    [Fact]
    public async Task A_window_must_open_before_it_closes_and_holding_the_review_back_needs_an_end()
    {
        var author = await site.AuthorAsync();

        var backwards = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. Named("window"), ("opens", "2026-12-02T10:00"), ("closes", "2026-12-02T10:00")]);
        var endless = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. Named("window"), ("review-after-window", "1")]);

        Assert.Contains("after it opens", backwards.QuerySelector("#closes-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("say when it closes", endless.QuerySelector("#closes-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_taken_and_a_paper_that_asks_nothing_are_refused()
    {
        var author = await site.AuthorAsync();
        await author.PressAsync(await author.OpenAsync(New), "paper", "save", Named("taken"));

        var taken = await author.PressAsync(await author.OpenAsync(New), "paper", "save", Named("taken"));
        var nothing = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. Named("nothing"), ("part-0-tags", "mistake")]);
        var none = await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. Named("nothing"), ("source", "list")]);

        Assert.Contains("Another paper has this key", taken.QuerySelector("#key-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("draws no question", nothing.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pick at least one question", none.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_read_in_the_readers_zone_and_the_page_names_it()
    {
        var author = await site.AuthorAsync();
        author.Browser.DefaultRequestHeaders.Add("Cookie", "zone=Asia/Shanghai");
        var page = await author.OpenAsync(New);
        Assert.Contains("Asia/Shanghai (UTC+08:00)", page.Body!.TextContent, StringComparison.Ordinal);

        page = await author.PressAsync(page, "paper", "save", [.. Named("zone"), ("opens", "2026-12-01T09:00")]);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero), (await site.PaperAsync("p-zone"))!.Rules.OpensAt);
        Assert.Equal("2026-12-01T09:00", Value(page, "opens"));
    }

    [Fact]
    public async Task A_retired_paper_is_gone_for_learners_and_can_come_back()
    {
        var author = await site.AuthorAsync();
        var page = await author.PressAsync(await author.OpenAsync(New), "paper", "save", Named("retired"));

        page = await author.PressAsync(page, "retire", null);
        Assert.Null((await author.OpenAsync("/zh/quizzes")).QuerySelector("a[href='/zh/quizzes/p-retired']"));
        Assert.True((await site.PaperAsync("p-retired"))!.Retired);
        await author.PressAsync(page, "retire", null);

        Assert.NotNull((await author.OpenAsync("/zh/quizzes")).QuerySelector("a[href='/zh/quizzes/p-retired']"));
    }

    [Fact]
    public async Task A_preview_shows_the_paper_that_an_attempt_with_that_seed_gets_in_both_languages_with_its_key()
    {
        var author = await site.AuthorAsync();
        await author.PressAsync(await author.OpenAsync(New), "paper", "save", [.. Named("preview"), ("part-0-count", "4")]);
        var start = await author.OpenAsync("/zh/quizzes/p-preview");
        var token = start.QuerySelector("form.begin input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await author.Browser.PostAsync("/zh/quizzes/start", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("paper", "p-preview")]), TestContext.Current.CancellationToken);
        await using var db = await site.OpenDatabaseAsync();
        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[3]);
        var attempt = db.Set<Attempt>().Single(one => one.Id == id);
        var asked = await author.OpenAsync($"/zh/attempts/{id}");

        var zh = await author.OpenAsync($"/zh/author/papers/p-preview/preview?seed={attempt.Seed}");
        var en = await author.OpenAsync($"/en/author/papers/p-preview/preview?seed={attempt.Seed}");

        Assert.Equal(Texts(asked, ".stem"), Texts(zh, ".stem"));
        Assert.Equal(Texts(asked, ".option .text"), Texts(zh, ".option .text"));
        Assert.Equal(Texts(zh, ".about code"), Texts(en, ".about code"));
        Assert.Equal(4, en.QuerySelectorAll(".option.right .verdict").Length);
        Assert.Contains("Explanation", en.QuerySelector(".explanation")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(en.QuerySelector("a.primary")!.GetAttribute("href"), $"?seed={attempt.Seed}");
    }

    private static (string Name, string Value)[] Named(string key) => [("title-zh", $"甲卷 {key}"), ("title-en", $"Paper {key}"), ("key", key)];

    private static string[] Counts(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlInputElement>(".part input[type=number]").Select(one => one.Value)];

    private static IHtmlInputElement Tick(IHtmlDocument page, string name, string value) => page.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Single(one => one.Value == value);

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.GetAttribute("value") ?? "",
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static string[] Texts(IHtmlDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(one => one.TextContent.Trim())];
}
