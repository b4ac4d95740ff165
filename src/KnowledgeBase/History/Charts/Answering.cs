using KnowledgeBase.Content;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Charts;

/// <summary>
/// How somebody answers: how long they take against what was expected, and how right they are when they say how sure they are.
/// Of the latest answers only, so that nobody's page gets slower with the years.
/// </summary>
public sealed record Answering(IReadOnlyList<Pace> Pace, IReadOnlyList<Calibrated> Calibration)
{
    public const int Latest = 4_000;

    /// <summary>Fewer say nothing about a section.</summary>
    public const int LeastAnswers = 3;

    internal static async Task<Answering> ReadAsync(KnowledgeDb db, Guid learner, QuestionChapters.Edition edition)
    {
        var answers = await (
            from attempt in db.ClosedOf(learner)
            join item in db.Set<AttemptItem>() on attempt.Id equals item.AttemptId
            from answer in db.Set<Answer>().Where(answer => answer.AttemptId == item.AttemptId && answer.Position == item.Position).DefaultIfEmpty()
            orderby attempt.ClosedAt descending
            select new Row(item.QuestionId, item.Mark ?? 0, item.Seconds, answer == null ? 0 : answer.Confidence, answer != null && answer.Choices != ""))
            .Take(Latest).ToListAsync();
        return new(PaceOf(answers, edition), CalibrationOf(answers));
    }

    /// <summary>Slowest against the expectation first.</summary>
    private static Pace[] PaceOf(List<Row> answers, QuestionChapters.Edition edition) => [.. answers
        .Where(answer => answer.Seconds is not null && edition.ById.ContainsKey(answer.QuestionId))
        .GroupBy(answer => edition.ById[answer.QuestionId].Section, StringComparer.Ordinal)
        .Where(section => section.Count() >= LeastAnswers && edition.Outline.Section(section.Key) is not null)
        .Select(section => new Pace(
            $"{edition.Outline.Section(section.Key)!.Chapter}/{section.Key}", edition.Outline.Section(section.Key)!.Short, section.Count(),
            Median(section.Select(answer => (double)answer.Seconds!.Value)),
            Median(section.Select(answer => (double)edition.ById[answer.QuestionId].Seconds))))
        .OrderByDescending(pace => pace.Ratio)];

    private static Calibrated[] CalibrationOf(List<Row> answers) => [.. Enumerable.Range(1, 3).Select(confidence =>
    {
        var said = answers.Where(answer => answer.IsAnswered && answer.Confidence == confidence).ToList();
        return new Calibrated(confidence, said.Count, said.Count(answer => answer.Mark >= 1));
    })];

    /// <summary>The middle one, of an even number the mean of both: one long pause moves it hardly at all.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private sealed record Row(int QuestionId, double Mark, int? Seconds, int Confidence, bool IsAnswered);
}

/// <summary>Seconds per question of one section, medians both.</summary>
public sealed record Pace(string Reading, Bilingual Section, int Answers, double Seconds, double Expected)
{
    public double Ratio => Expected <= 0 ? 0 : Seconds / Expected;
}

/// <param name="Confidence">1 low, 2 middle, 3 high.</param>
public sealed record Calibrated(int Confidence, int Said, int Right)
{
    public double? Share => Said == 0 ? null : (double)Right / Said;
}
