using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Closes and grades an attempt, once, however many ask for it.</summary>
internal sealed class AttemptClosing(WriteQueue queue, IEnumerable<AttemptGraded> listeners)
{
    private const string Mark = """UPDATE "Attempts" SET "ClosedAt" = @p1 WHERE "Id" = @p0 AND "ClosedAt" IS NULL""";
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

        var answers = GivenAnswer.Of(writer, sheet);
        var marks = Marks(writer, sheet);
        var graded = new List<GradedItem>();
        var score = 0.0;
        foreach (var item in sheet.Items)
        {
            var answer = answers.GetValueOrDefault(item.Position, GivenAnswer.Nothing);
            // What was checked before has its mark, its time, and has been told.
            if (!marks.TryGetValue(item.Position, out var mark))
            {
                mark = item.Mark(answer.Choices, sheet.Rules);
                writer.Execute(Grade, sheet.Id, item.Position, mark, answer.Seconds);
                graded.Add(new(item, mark, answer.IsAny, answer.Confidence));
            }
            score += ConfidenceMarking.Points(sheet.Rules.Confidence, mark, answer.IsAny, answer.Confidence);
        }
        writer.Execute(Score, sheet.Id, score);
        foreach (var listener in _listeners)
            listener(writer, new(sheet, closed, graded));
        return true;
    }

    private static Dictionary<int, double> Marks(Writer writer, AttemptSheet sheet)
    {
        var marks = new Dictionary<int, double>();
        using var row = writer.Query(Checked, sheet.Id);
        while (row.Read())
            marks[row.GetInt32(0)] = row.GetDouble(1);
        return marks;
    }
}
