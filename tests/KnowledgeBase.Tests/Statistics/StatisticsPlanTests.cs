using KnowledgeBase.Quizzes;
using KnowledgeBase.Statistics;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>How the database answers for the authors' pages; the plans are printed with the test.</summary>
public class StatisticsPlanTests(StatisticsSite site, ITestOutputHelper output) : IClassFixture<StatisticsSite>
{
    [Theory]
    [InlineData(Sittings.First)]
    [InlineData(Sittings.Last)]
    [InlineData(Sittings.All)]
    internal async Task Computing_a_paper_enters_by_its_index_and_reads_no_other_papers_attempts(Sittings sittings)
    {
        var paper = await ManyAsync();

        var plans = await PlansAsync(() => site.Get<PaperSnapshots>().ComputeAsync(paper, sittings, TestContext.Current.CancellationToken));

        Assert.Equal(sittings == Sittings.Last ? 3 : 2, plans.Count);
        foreach (var plan in plans)
        {
            Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("IX_Attempts_PaperKey_Number_ClosedAt (PaperKey=?", StringComparison.Ordinal));
            ReadsNothingWhole(plan);
            // Attempts that closed in the same millisecond are put in order among themselves; a whole sort would hold everything.
            Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plan);
        }
    }

    [Fact]
    public async Task Looking_at_a_computed_paper_reads_no_attempt()
    {
        var paper = await ManyAsync();
        await site.Get<StatisticsRefresh>().LookAsync(paper, Sittings.First);

        var plans = await PlansAsync(() => site.Get<StatisticsCatalog>().PaperAsync(paper, Sittings.First, "zh"));

        Assert.Empty(plans);
    }

    [Fact]
    public async Task A_regrade_finds_its_marks_by_the_question()
    {
        var question = await site.QuestionAsync();
        await site.SatAsync(await site.PaperAsync(), new(), (question, "b", 0));

        var plans = await PlansAsync(() => site.Get<Regrading>().PreviewAsync(new(question.Id, [question.CurrentVersion], RegradeRule.FullMarks, "why")));

        var plan = Assert.Single(plans);
        Assert.Contains(plan, step => step.Contains("IX_AttemptItems_", StringComparison.Ordinal));
        ReadsNothingWhole(plan);
    }

    private static void ReadsNothingWhole(IEnumerable<string> plan) =>
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN a", StringComparison.OrdinalIgnoreCase) || step.StartsWith("SCAN i", StringComparison.OrdinalIgnoreCase));

    /// <summary>Two papers of thirty attempts.</summary>
    private async Task<string> ManyAsync()
    {
        var questions = await site.QuestionsAsync(3);
        var learner = await site.LearnerAsync();
        var (paper, other) = (await site.PaperAsync(), await site.PaperAsync());
        for (var i = 0; i < 30; i++)
        {
            await site.SatAsync(paper, new() { Learner = learner, Number = i + 1 }, [.. questions.Select(question => (question, "a", 1.0))]);
            await site.SatAsync(other, new() { Learner = learner, Number = i + 1 }, [.. questions.Select(question => (question, "a", 1.0))]);
        }
        return paper;
    }

    /// <summary>Of everything that was asked about attempts meanwhile.</summary>
    private async Task<List<IReadOnlyList<string>>> PlansAsync(Func<Task> work)
    {
        site.Recorder.Queries.Clear();
        await work();
        var plans = new List<IReadOnlyList<string>>();
        foreach (var command in site.Recorder.Queries.ToArray().Where(command => command.Sql.Contains("\"Attempts\" AS", StringComparison.Ordinal) && !command.Sql.Contains("\"Deadline\" <", StringComparison.Ordinal)))
        {
            var plan = await command.ExplainAsync(site.DatabaseFile);
            output.WriteLine(command.Sql);
            output.WriteLine(string.Join(Environment.NewLine, plan.Select(step => "    " + step)));
            plans.Add(plan);
        }
        return plans;
    }
}
