using KnowledgeBase.BrowserTests.Access;
using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Visitors;
using KnowledgeBase.Learners;

namespace KnowledgeBase.BrowserTests.Journeys;

/// <summary>A host, three interviewers of whom one has no scripts, and a candidate with a phone; every page of theirs is inspected on the way.</summary>
public class ScorecardTests(Stage stage) : BrowserTest(stage)
{
    private readonly List<string> _findings = [];

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Three_score_blind_and_the_candidate_reads_the_medians(string language)
    {
        var host = await ArriveAsync(language);
        var lead = new ScorecardPages(host);
        await lead.SignInAsync(Stage.Site, "Grace", LearnerRole.Host);
        await lead.OpenAsync("new");
        await host.Page.Locator("#title").FillAsync(language == "zh" ? "视觉组 · 二面" : "Vision team, second round");
        await host.Page.Locator("#candidate").FillAsync(language == "zh" ? "韩梅梅" : "Mei");
        await lead.PickAsync(2);
        await InspectAsync(host, "scorecard-new");
        await host.Page.Locator("form.stack button.primary").ClickAsync();
        var interviewers = await lead.LinkAsync("Interviewer");
        var candidates = await lead.LinkAsync("Candidate");

        Visitor[] people = [await ArriveAsync(language), await ArriveAsync(language), await ArriveAsync(language, script: false)];
        ScorecardPages[] panel = [.. people.Select(person => new ScorecardPages(person))];
        foreach (var (pages, name) in panel.Zip(["Wren", "Bob", "Eve"]))
        {
            await pages.SignInAsync(Stage.Site, name);
            await pages.JoinAsync(interviewers);
            await Expect(pages.Criteria.First).ToBeVisibleAsync();
        }
        var candidate = await ArriveAsync(language, Device.Phone);
        await candidate.Page.GotoAsync(candidates);
        await InspectAsync(candidate, "scorecard-join");
        await new ScorecardPages(candidate).JoinAsync(candidates);
        await Expect(candidate.Page.Locator(".notice")).ToBeVisibleAsync();
        await lead.PressAsync("begin");
        await lead.PressAsync("ask/1");
        await InspectAsync(host, "scorecard-session");

        await ScoreThroughALostNetworkAsync(people[0], panel[0]);
        await panel[1].OpenAsync($"{Session(host)}/results");
        await Expect(people[1].Page.Locator("main")).Not.ToContainTextAsync("Wren 1");
        await InspectAsync(people[1], "scorecard-waiting");
        await panel[1].OpenAsync($"{Session(host)}/score");
        await panel[1].ScoreAsync(3, "Bob");
        await panel[1].SubmitAsync();
        await people[1].Page.WaitForURLAsync("**/results?submitted=1");
        await panel[2].ScoreAsync(4, "Eve");
        await panel[2].SubmitAsync();
        await people[2].Page.WaitForURLAsync("**/results?submitted=1");

        await people[0].Page.ReloadAsync();
        foreach (var median in await panel[0].Medians.AllInnerTextsAsync())
            Assert.StartsWith("3 ", median, StringComparison.Ordinal);
        await Expect(people[0].Page.Locator(".side").GetByText("Eve 1", new() { Exact = true })).ToBeVisibleAsync();
        await InspectAsync(people[0], "scorecard-results");
        await host.Page.ReloadAsync();
        await lead.PressAsync("end");
        await Expect(host.Page.Locator("form[action$='/share']")).ToBeVisibleAsync();
        await host.Page.Locator("#summary").FillAsync(language == "zh" ? "推导扎实，工程上还可以再想一步。" : "Sound derivations; think one step further in practice.");
        await lead.PressAsync("summary");
        await host.Page.WaitForURLAsync("**#report");
        await lead.PressAsync("share");
        await InspectAsync(host, "scorecard-shared");
        await lead.OpenAsync("");
        await InspectAsync(host, "scorecards");

        await candidate.Page.ReloadAsync();
        await InspectAsync(candidate, "scorecard-candidate");
        await candidate.Page.Locator("a[href$='/report']").ClickAsync();
        await Expect(candidate.Page.Locator(".reported dd b").First).ToContainTextAsync("3");
        await Expect(candidate.Page.Locator("main")).Not.ToContainTextAsync("Wren");
        await InspectAsync(candidate, "scorecard-report");
        await candidate.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(candidate.Page.Locator(".reported").First).ToBeVisibleAsync();
        foreach (var screenOnly in (string[])["#print", ".crumbs", ".tools"])
            await Expect(candidate.Page.Locator(screenOnly)).ToBeHiddenAsync();

        Assert.Empty(_findings);
    }

    [Fact]
    public async Task Somebody_comes_from_an_article_and_assesses_themselves_on_a_phone()
    {
        var visitor = await ArriveAsync("zh", Device.Phone);
        var pages = new ScorecardPages(visitor);
        await visitor.Page.GotoAsync(visitor.In("read/deep-learning/optimizers"));
        await visitor.ActivateAsync(visitor.Page.Locator("a[href*='scorecards/self']").First);
        await visitor.Page.Locator(".picks details[open] input[name=question]").First.CheckAsync();
        await InspectAsync(visitor, "scorecard-self");
        await visitor.Page.Locator("form.stack button.primary").ClickAsync();
        await pages.ScoreAsync(2, "我说了");
        await pages.SubmitAsync();
        await visitor.Page.WaitForURLAsync("**/results?submitted=1");
        await Expect(visitor.Page.Locator(".side .typed").First).ToHaveTextAsync("我说了 1");
        await InspectAsync(visitor, "scorecard-self-results");

        Assert.Empty(_findings);
    }

    private async Task ScoreThroughALostNetworkAsync(Visitor person, ScorecardPages pages)
    {
        person.Tolerate("ERR_INTERNET_DISCONNECTED");
        await person.Page.ReloadAsync();
        await Expect(person.Page.Locator("#q-1 .tag")).ToBeVisibleAsync();
        await pages.SubmitAsync();
        await Expect(person.Page.Locator("[role=alert] a")).Not.ToHaveCountAsync(0);
        await InspectAsync(person, "scorecard-missing");

        await pages.ScoreAsync(1, "Wren");
        await person.Context.SetOfflineAsync(true);
        await person.Page.Locator("#note-1").FillAsync("Written in a tunnel");
        await Expect(pages.Status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("离线|Offline"));
        await person.Context.SetOfflineAsync(false);
        await Expect(pages.Status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^✓ (已保存|Saved) \\d\\d:\\d\\d$"));
        await person.Page.ReloadAsync();
        await Expect(person.Page.Locator("#note-1")).ToHaveValueAsync("Written in a tunnel");
        await pages.SubmitAsync();
        await person.Page.WaitForURLAsync("**/results?submitted=1");
    }

    private static string Session(Visitor host) => new Uri(host.Page.Url).AbsolutePath.Split('/')[4];

    private async Task InspectAsync(Visitor visitor, string name) =>
        _findings.AddRange((await Inspection.InspectAsync(visitor.Page, $"{name}-{visitor.Language}")).Select(finding => $"{name} {finding}"));
}
