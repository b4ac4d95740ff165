using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Works out a regrade, the same way for the preview and inside the transaction that carries it out.</summary>
internal static class RegradeReading
{
    /// <param name="current">The version whose key judges.</param>
    public static RegradePlan Plan(KnowledgeDb db, RegradeWish wish, QuestionVersion current)
    {
        var (asked, unjudged, changes) = (0, 0, new List<RegradeChange>());
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in Rows(db, wish))
        {
            asked++;
            if (Judge(wish.Rule, current, row) is not { } after)
                unjudged++;
            else if (after != row.Mark)
                changes.Add(Change(row, after, fingerprint));
        }
        return new(asked, unjudged, changes, Convert.ToHexStringLower(fingerprint.GetHashAndReset()));
    }

    // Null: the key has nothing to say about such an answer.
    private static double? Judge(RegradeRule rule, QuestionVersion current, Row row)
    {
        if (rule == RegradeRule.FullMarks)
            return 1;
        var choices = Choices.Read(row.Kind, row.Choices ?? "");
        if (choices.Length == 0)
            return row.Mark;
        return row.Kind == current.Kind && current.Admits(choices) && HasAll(current, row.Shown)
            ? Grading.Mark(current.Kind, current.Body, row.Shown, choices, row.Rules.AllOrNothing)
            : null;
    }

    // The letters of an order or a match stand for what was shown then: all of it must be in the question still.
    private static bool HasAll(QuestionVersion current, string[] shown) => current.Kind switch
    {
        QuestionKind.Order => current.Body.Items.Length == shown.Length && current.Body.Items.All(item => shown.Contains(item.Id, StringComparer.Ordinal)),
        QuestionKind.Match => 2 * current.Body.Pairs.Length == shown.Length && current.Body.Pairs.All(pair => shown.Count(id => id == pair.Id) == 2),
        _ => true,
    };

    private static RegradeChange Change(Row row, double after, IncrementalHash fingerprint)
    {
        var answered = !string.IsNullOrEmpty(row.Choices);
        var gain = ConfidenceMarking.Points(row.Rules.Confidence, after, answered, row.Confidence ?? 0)
            - ConfidenceMarking.Points(row.Rules.Confidence, row.Mark, answered, row.Confidence ?? 0);
        // Rounded, so that two thirds and one third still make one and a pass mark is reached.
        var score = gain == 0 ? row.Score : Math.Round(row.Score + gain, 9);
        fingerprint.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{row.Attempt} {row.Position} {row.Mark:R} {after:R} {row.Score:R} {score:R}\n")));
        return new(row.Attempt, row.Paper, row.Position, row.Mark, after, row.Score, score, row.MaximumScore);
    }

    private static IQueryable<Row> Rows(KnowledgeDb db, RegradeWish wish) =>
        from item in db.Set<AttemptItem>().AsNoTracking()
        where item.QuestionId == wish.QuestionId && wish.Versions.Contains(item.VersionId) && item.Mark != null
        join version in db.Set<QuestionVersion>() on item.VersionId equals version.Id
        join attempt in db.Set<Attempt>() on item.AttemptId equals attempt.Id
        where attempt.ClosedAt != null && attempt.Score != null
        from answer in db.Set<Answer>().Where(answer => answer.AttemptId == item.AttemptId && answer.Position == item.Position).DefaultIfEmpty()
        orderby item.AttemptId
        select new Row(
            attempt.Id, attempt.PaperKey, attempt.Rules, attempt.Score!.Value, attempt.MaximumScore,
            item.Position, item.Mark!.Value, item.OptionOrder, version.Kind, answer!.Choices, (int?)answer.Confidence);

    private sealed record Row(
        Guid Attempt, string Paper, PaperRules Rules, double Score, int MaximumScore, int Position, double Mark, string[] Shown, QuestionKind Kind, string? Choices, int? Confidence);
}
