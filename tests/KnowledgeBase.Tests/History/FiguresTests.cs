using KnowledgeBase.History;

namespace KnowledgeBase.Tests.History;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(340, "5:40")]
    [InlineData(1051, "17:31")]
    [InlineData(3723, "1:02:03")]
    [InlineData(94200, "26:10:00")]
    public void Time_used_is_written_like_a_stopwatch(int seconds, string text) => Assert.Equal(text, Figures.Stopwatch(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(.625, "63%")]
    [InlineData(0, "0%")]
    [InlineData(1, "100%")]
    public void Shares_are_whole_percents(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(7, "7")]
    [InlineData(7.5, "7.5")]
    [InlineData(20 / 3.0, "6.67")]
    public void Points_have_at_most_two_decimals(double points, string text) => Assert.Equal(text, Figures.Points(points));
}
