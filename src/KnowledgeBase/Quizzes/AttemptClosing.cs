using KnowledgeBase.Questions;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Closes and grades an attempt, once, however many ask for it.</summary>
internal sealed class AttemptClosing(WriteQueue queue, IEnumerable<AttemptGraded> listeners)
{
    private const string Mark = """UPDATE "Attempts" SET "ClosedAt" = @p1 WHERE "Id" = @p0 AND "ClosedAt" IS NULL""";
    private const string Saved = """SELECT "Position", "Choices", "Confidence", "SavedAt" FROM "Answers" WHERE "AttemptId" = @p0 ORDER BY "SavedAt", "Position" """;
    private const string Checked = """SELECT "Position", "Mark" FROM "AttemptItems" WHERE "AttemptId" = @p0 AND "CheckedAt" IS NOT NULL""";
    private const string Grade = """UPDATE "AttemptItems" SET "Mark" = @p2, "Seconds" = @p3 WHERE "AttemptId" = @p0 AND "Position" = @p1""";
    private const string Score = """UPDATE "Attempts" SET "Score" = @p1 WHERE "Id" = @p0""";

    private readonly AttemptGraded[] _listeners = [.. listeners];

    /// <summary>Nobody's time reaches beyond the deadline, whenever the closing is noticed.</summary>
    public Task<bool> CloseAsync(AttemptSheet sheet, DateTimeOffset at)
    {
        var closed = sheet.Deadline is { } deadline && deadline < at ? deadline : at;
        return queue.WriteAsync(writer => Close(writer, sheet, closed));
    }

    // The row is marked before the answers are read: from then on no other writer can slip one in.
    private bool Close(Writer writer, AttemptSheet sheet, DateTimeOffset closed)
    {
        if (writer.Execute(Mark, sheet.Id, closed.ToUnixTimeMilliseconds()) == 0)
            return false;

        var answers = Answers(writer, sheet);
        var marks = Marks(writer, sheet);
        var graded = new List<GradedItem>();
        var score = 0.0;
        foreach (var item in sheet.Items)
        {
            var answer = answers.GetValueOrDefault(item.Position, Answered.Nothing);
            var isNew = !marks.TryGetValue(item.Position, out var mark);
            if (isNew)
                mark = Grading.Mark(item.Question.Kind, item.Question.Body, answer.Choices);
            writer.Execute(Grade, sheet.Id, item.Position, mark, answer.Seconds);
            score += ConfidenceMarking.Points(sheet.Rules.Confidence, mark, answer.IsAny, answer.Confidence);
            if (isNew)
                graded.Add(new(item, mark, answer.IsAny, answer.Confidence));
        }
        writer.Execute(Score, sheet.Id, score);
        foreach (var listener in _listeners)
            listener(writer, new(sheet, closed, graded));
        return true;
    }

    private static Dictionary<int, Answered> Answers(Writer writer, AttemptSheet sheet)
    {
        var answers = new Dictionary<int, Answered>();
        var before = sheet.StartedAt.ToUnixTimeMilliseconds();
        using var row = writer.Query(Saved, sheet.Id);
        while (row.Read())
        {
            var at = row.GetInt64(3);
            answers[row.GetInt32(0)] = new(Choices.Read(row.GetString(1)), row.GetInt32(2), (int)Math.Clamp((at - before) / 1000, 0, int.MaxValue));
            before = at;
        }
        return answers;
    }

    private static Dictionary<int, double> Marks(Writer writer, AttemptSheet sheet)
    {
        var marks = new Dictionary<int, double>();
        using var row = writer.Query(Checked, sheet.Id);
        while (row.Read())
            marks[row.GetInt32(0)] = row.GetDouble(1);
        return marks;
    }

    private sealed record Answered(string[] Choices, int Confidence, int? Seconds)
    {
        public static readonly Answered Nothing = new([], 0, null);

        public bool IsAny => Choices.Length > 0;
    }
}
