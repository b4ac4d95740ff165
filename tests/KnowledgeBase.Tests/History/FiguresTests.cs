using KnowledgeBase.History;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Tests.History;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(340, "5:40")]
    [InlineData(1051, "17:31")]
    [InlineData(3723, "1:02:03")]
    [InlineData(94200, "26:10:00")]
    public void Time_used_goes_on_beyond_a_day(int seconds, string text) => Assert.Equal(text, Shown.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(.625)]
    [InlineData(.005)]
    [InlineData(.995)]
    [InlineData(1)]
    public void Bars_are_as_long_as_the_number_beside_them_says(double share) => Assert.Equal(Shown.Percent(share), Figures.Whole(share) + "%");
}
