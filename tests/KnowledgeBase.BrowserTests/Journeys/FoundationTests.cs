using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Journeys;

public class FoundationTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [ClassData(typeof(Everywhere))]
    public async Task Home_opens(string language, Device device)
    {
        var visitor = await ArriveAsync(language, device);
        var answer = await visitor.Page.GotoAsync(visitor.In(""));
        await Expect(visitor.Page.Locator("header.bar")).ToBeVisibleAsync();
        Console.WriteLine(answer!.Status);
    }
}
