using KnowledgeBase.Statistics;

namespace KnowledgeBase.Tests.Statistics;

public class PaperTallyTests
{
    private const int Version = 7;

    [Fact]
    public void The_same_items_for_everybody_make_one_test()
    {
        // The table of ItemAnalysisTests.
        var figures = Tally([[1, 1, 1, 1], [1, 1, 0, 1], [1, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]).Figures();

        Assert.True(figures.SameItems);
        Assert.Equal((5, 4), (figures.Attempts, figures.Items));
        // In percent of four marks: 2.2, 2 and √1.7.
        Assert.Equal([55, 50, 25 * Math.Sqrt(1.7)], new[] { figures.Scores.Mean, figures.Scores.Median, figures.Scores.Deviation }.Select(figure => figure.Value!.Value), Close);
        Assert.Equal(400.0 / 3 * (1 - (1.1 / 1.7)), figures.Scores.Consistency.Value!.Value, 9);
        Assert.Equal(25 * 0.948683, figures.Scores.StandardError.Value!.Value, 4);
        Assert.Equal([10 / Math.Sqrt(0.26), 5 / Math.Sqrt(0.39), 10 / 0.6, 35 / Math.Sqrt(0.21)], figures.Questions.Select(item => item.Discrimination.Value!.Value), Close);
        Assert.Equal([0, 0, 2, 0, 0, 1, 0, 1, 0, 1], figures.Histogram);
        Assert.Equal([1, 2, 3, 4], figures.Questions.Select(item => item.Position));
    }

    [Fact]
    public void Drawn_questions_are_judged_over_the_attempts_that_had_them_and_make_no_test_together()
    {
        var tally = new PaperTally();
        tally.Add("zh", [Item(1, 1), Item(2, 1)]);
        tally.Add("zh", [Item(1, 0), Item(2, 0)]);
        tally.Add("zh", [Item(1, 1), Item(3, 0)]);

        var figures = tally.Figures();

        Assert.False(figures.SameItems);
        Assert.Equal(2, figures.Items);
        Assert.Equal([3, 2, 1], figures.Questions.Select(item => item.All.N));
        Assert.Equal(2.0 / 3, figures.Questions[0].Facility.Value!.Value, 9);
        // x 1 0 1; the rest as a share of two marks ½ 0 0: cov 1/12, variances 1/3 and 1/12.
        Assert.Equal(50, figures.Questions[0].Discrimination.Value!.Value, 9);
        Assert.Equal(Undefined.TooFew, figures.Questions[2].Discrimination.Because);
        Assert.Equal(
            [Undefined.ItemsDiffer, Undefined.ItemsDiffer, Undefined.ItemsDiffer],
            new[] { figures.Scores.Consistency, figures.Scores.ErrorRatio, figures.Scores.StandardError }.Select(figure => figure.Because!.Value));
    }

    [Fact]
    public void Both_languages_of_a_question_make_one_figure_and_are_kept_apart_beside_it()
    {
        var tally = new PaperTally();
        tally.Add("zh", [Item(1, 1), Item(2, 1)]);
        tally.Add("en", [Item(1, 0), Item(2, 1)]);
        tally.Add("en", [Item(1, 0), Item(2, 0)]);

        var question = tally.Figures().Questions[0];

        Assert.Equal(1.0 / 3, question.Facility.Value!.Value, 9);
        Assert.Equal((1.0, 0.0), (question.Zh.Facility.Value!.Value, question.En.Facility.Value!.Value));
    }

    [Fact]
    public void Totals_added_in_another_order_are_the_same_total()
    {
        var tally = new PaperTally();
        double[] thirds = [1.0 / 3, 2.0 / 3, 0.1, 0.7];
        for (var i = 0; i < 4; i++)
            tally.Add("zh", [.. thirds.Skip(i).Concat(thirds.Take(i)).Select((mark, index) => new SatItem(index + 1, index, Version, mark, ""))]);

        Assert.Equal(Undefined.SameScores, tally.Figures().Scores.Skewness.Because);
    }

    [Fact]
    public void Nobody_leaves_everything_undefined()
    {
        var figures = new PaperTally().Figures();

        Assert.Equal(0, figures.Attempts);
        Assert.Equal(Undefined.TooFew, figures.Scores.Mean.Because);
        Assert.Empty(figures.Questions);
    }

    private static PaperTally Tally(double[][] marks)
    {
        var tally = new PaperTally();
        foreach (var row in marks)
            tally.Add("zh", [.. row.Select((mark, index) => new SatItem(index + 1, index + 1, Version, mark, ""))]);
        return tally;
    }

    private static SatItem Item(int question, double mark) => new(question, question, Version, mark, "");

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-9;
}
