using KnowledgeBase.Tests.Quizzes;

namespace KnowledgeBase.Tests.Shell;

/// <summary>A bare machine has no ICU, and .NET then knows no culture but the invariant one.</summary>
public class WithoutIcuTests
{
    [Fact]
    public async Task Both_languages_are_served_without_ICU()
    {
        using var server = new ServerProcess(("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var browser = server.Browser();

        var zh = await browser.GetStringAsync("/zh/quizzes", TestContext.Current.CancellationToken);
        var en = await browser.GetStringAsync("/en/quizzes", TestContext.Current.CancellationToken);

        Assert.Contains("lang=\"zh-CN\"", zh, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", en, StringComparison.Ordinal);
        Assert.Contains("<title>Quizzes", en, StringComparison.Ordinal);
    }
}
