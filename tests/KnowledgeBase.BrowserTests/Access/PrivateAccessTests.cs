using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Access;

public class PrivateAccessTests(Stage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task What_a_learner_sees_is_accessible_and_fits(string language)
    {
        var visitor = await ArriveAsync(language);
        var findings = new List<string>();
        await foreach (var stop in new Tour(visitor).StopsAsync())
            findings.AddRange((await Inspection.InspectAsync(visitor.Page, $"{stop}-{language}")).Select(finding => $"{stop} {finding}"));

        Assert.Empty(findings);
    }
}
