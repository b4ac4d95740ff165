namespace KnowledgeBase.BrowserTests;

public class PlaceholderTests
{
    [Fact]
    public void The_site_is_referenced() => Assert.NotNull(typeof(Program));
}
