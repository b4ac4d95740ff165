using System.Globalization;
using Bunit;
using KnowledgeBase.History;
using KnowledgeBase.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

public class ScoreTrendTests : BunitContext
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public ScoreTrendTests()
    {
        Services.AddLocalization();
        CultureInfo.CurrentUICulture = new("en");
    }

    /// <param name="scores">Of ten, newest first.</param>
    private IRenderedComponent<ScoreTrend> Render(params double[] scores) => Render<ScoreTrend>(with => with
        .Add(trend => trend.Attempts, [.. scores.Select((score, index) => Row(score, index))])
        .Add(trend => trend.Zone, TimeZoneInfo.Utc));

    private static AttemptRow Row(double score, int daysAgo) => new(
        Guid.NewGuid(), "paper", HistorySite.Both($"Paper {daysAgo}"), AttemptMode.Exam, "en",
        Noon.AddDays(-daysAgo).AddMinutes(-9), null, Noon.AddDays(-daysAgo), 1, score, 10);

    private static double[] Heights(IRenderedComponent<ScoreTrend> trend) =>
        [.. trend.FindAll(".dot").Select(dot => double.Parse(dot.GetAttribute("d")!.Split(' ')[1].Split('h')[0], CultureInfo.InvariantCulture))];

    private static string[] TableScores(IRenderedComponent<ScoreTrend> trend) => [.. trend.FindAll("tbody td.number").Select(cell => cell.TextContent)];

    [Fact]
    public void The_drawing_and_the_table_say_the_same_oldest_first()
    {
        var trend = Render(9, 7.5, 2);

        Assert.Equal([80, 25, 10], Heights(trend));
        Assert.Equal(["20%", "75%", "90%"], TableScores(trend));
        Assert.Equal("M0 80L50 25L100 10", trend.Find(".line").GetAttribute("d"));
    }

    [Fact]
    public void It_is_described_in_words()
    {
        var svg = Render(9, 7.5, 2).Find("svg");

        Assert.Equal("Score trend", svg.QuerySelector("title")!.TextContent);
        Assert.Equal("The latest 3 scores, from 20% to 90%; lowest 20%, highest 90%.", svg.QuerySelector("desc")!.TextContent);
        Assert.Equal("trend-title trend-description", svg.GetAttribute("aria-labelledby"));
        Assert.Equal("img", svg.GetAttribute("role"));
    }

    [Fact]
    public void One_score_is_a_dot_without_a_line()
    {
        var trend = Render(8);

        Assert.Equal([20], Heights(trend));
        Assert.Empty(trend.FindAll(".line"));
        Assert.Equal(["80%"], TableScores(trend));
        Assert.Equal("One score so far: 80%.", trend.Find("desc").TextContent);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(10, 0)]
    [InlineData(5, 50)]
    public void Equal_scores_are_a_level_line(double score, double height)
    {
        var trend = Render(score, score, score);

        Assert.All(Heights(trend), drawn => Assert.Equal(height, drawn));
        Assert.DoesNotContain("NaN", trend.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_drawn_alike_under_a_comma_culture()
    {
        CultureInfo.CurrentCulture = new("de-DE");

        Assert.Equal("M0 66.67L100 33.33", Render(20 / 3.0, 10 / 3.0).Find(".line").GetAttribute("d"));
    }
}
