using KnowledgeBase.BrowserTests.Access;
using KnowledgeBase.BrowserTests.Pages;
using KnowledgeBase.BrowserTests.Sites;
using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class TeamTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh", Device.Phone)]
    [InlineData("en", Device.Desktop)]
    public async Task A_team_is_founded_joined_given_a_paper_and_its_lead_sees_who_has_done_it(string language, Device device)
    {
        var (lead, member) = (await ArriveAsync(language, device), await ArriveAsync(language, device));
        var (led, findings) = (new TeamPages(lead), new List<string>());
        await new AccountPages(lead).OpenRegisterAsync();
        await new AccountPages(lead).RegisterAsync("Lea");
        var name = language == "zh" ? "夜猫子备战组" : "Night owls";
        await led.FoundAsync(name);
        await InspectAsync(lead, "team-new");
        var link = await led.InviteAsync();

        await member.Page.GotoAsync(member.In("teams"));
        await InspectAsync(member, "teams-visitor");
        // Without an account, over the registration and back to the link.
        await member.Page.GotoAsync(link);
        await InspectAsync(member, "team-join-visitor");
        await member.ActivateAsync(member.Page.Locator("#join-register"));
        await new AccountPages(member).RegisterAsync("Max");
        await Expect(member.Page.Locator("#join-team")).ToBeVisibleAsync();
        Assert.Equal(link, member.Page.Url);
        await InspectAsync(member, "team-join");
        await member.ActivateAsync(member.Page.Locator("#join-team"));
        await Expect(member.Page.Locator(".notice.ok")).ToBeVisibleAsync();

        await led.AssignAsync(FixedPapers.Choices);
        await lead.Page.GotoAsync(lead.In(led.Path + "/assign?kind=Interview&title=&place=there&interview-due="));
        await Expect(lead.Page.Locator("[role=alert] li")).ToHaveCountAsync(3);
        await InspectAsync(lead, "team-assign-refused");
        await lead.Page.Locator("#title").FillAsync(language == "zh" ? "系统设计模拟面试" : "Mock: system design");
        await lead.Page.Locator("#place").FillAsync("ABCD-2345");
        await lead.Page.Locator("#interview-due").FillAsync($"{DateTime.Now.Year + 1}-01-15T19:30");
        await lead.ActivateAsync(lead.Page.Locator("form[action$='/assign/interview'] button"));
        await Expect(led.Cards).ToHaveCountAsync(2);

        // The home page is the same for everybody; this one line is not.
        await member.Page.GotoAsync(member.In(""));
        await member.ActivateAsync(member.Page.Locator("#team-due"));
        await Expect(member.Page.Locator(".due li")).ToHaveCountAsync(2);
        await InspectAsync(member, "teams");
        await member.ActivateAsync(member.Page.Locator($".due a[href$='/{FixedPapers.Choices}']"));
        var attempt = await (await StartPage.ArrivedAsync(member)).BeginAsync();
        await attempt.AnswerByHandAsync(1, 0);
        await attempt.HandInAsync();
        await member.Page.GotoAsync(member.In(led.Path));
        await Expect(member.Page.Locator(".mine .state.done")).ToBeVisibleAsync();
        await InspectAsync(member, "team-member");

        await led.OpenAsync();
        await InspectAsync(lead, "team-lead");
        await lead.ActivateAsync(led.Cards.First.Locator("a[href*='/assignments/']"));
        await Expect(led.Results).ToHaveCountAsync(2);
        await Expect(led.Results.Nth(1)).ToContainTextAsync("Max");
        await Expect(led.Results.Nth(1).Locator(".state.done")).ToBeVisibleAsync();
        await InspectAsync(lead, "team-results");

        await led.OpenAsync("/mastery");
        await Expect(led.MapRows).ToHaveCountAsync(2);
        await Expect(led.MapRows.Nth(1)).ToContainTextAsync("Max");
        await InspectAsync(lead, "team-mastery");
        await member.Page.GotoAsync(member.In(led.Path + "/mastery"));
        await Expect(member.Page.Locator("table.map tbody tr").First).ToContainTextAsync(language == "zh" ? "成员 1" : "Member 1");
        await lead.ActivateAsync(lead.Page.Locator("main nav a[href*='chapter=deep-learning']"));
        await lead.Page.WaitForURLAsync(url => url.EndsWith("?chapter=deep-learning", StringComparison.Ordinal));
        await InspectAsync(lead, "team-mastery-sections");
        await led.OpenAsync("/settings");
        await InspectAsync(lead, "team-settings");
        Assert.Empty(findings);

        async Task InspectAsync(Visitor visitor, string page)
        {
            var size = visitor.Page.ViewportSize!;
            findings.AddRange((await Inspection.InspectAsync(visitor.Page, $"{page}-{language}")).Select(finding => $"{page} {finding}"));
            await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
        }
    }
}
