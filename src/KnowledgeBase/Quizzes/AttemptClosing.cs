using KnowledgeBase.Questions;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Closes and grades an attempt, once, however many ask for it.</summary>
internal sealed class AttemptClosing(WriteQueue queue)
{
    private const string Mark = """UPDATE "Attempts" SET "ClosedAt" = @p1 WHERE "Id" = @p0 AND "ClosedAt" IS NULL""";
    private const string Saved = """SELECT "Position", "Choices" FROM "Answers" WHERE "AttemptId" = @p0""";
    private const string Grade = """UPDATE "AttemptItems" SET "Mark" = @p2 WHERE "AttemptId" = @p0 AND "Position" = @p1""";
    private const string Score = """UPDATE "Attempts" SET "Score" = @p1 WHERE "Id" = @p0""";

    /// <summary>Nobody's time reaches beyond the deadline, whenever the closing is noticed.</summary>
    public Task<bool> CloseAsync(AttemptSheet sheet, DateTimeOffset at)
    {
        var closed = sheet.Deadline is { } deadline && deadline < at ? deadline : at;
        return queue.WriteAsync(writer => Close(writer, sheet, closed));
    }

    // The row is marked before the answers are read: from then on no other writer can slip one in.
    private static bool Close(Writer writer, AttemptSheet sheet, DateTimeOffset closed)
    {
        if (writer.Execute(Mark, sheet.Id, closed.ToUnixTimeMilliseconds()) == 0)
            return false;

        var saved = new Dictionary<int, string[]>();
        using (var row = writer.Query(Saved, sheet.Id))
        {
            while (row.Read())
                saved[row.GetInt32(0)] = Choices.Read(row.GetString(1));
        }

        var score = 0.0;
        foreach (var item in sheet.Items)
        {
            var mark = Grading.Mark(item.Question.Kind, item.Question.Body, saved.GetValueOrDefault(item.Position, []));
            writer.Execute(Grade, sheet.Id, item.Position, mark);
            score += mark;
        }
        writer.Execute(Score, sheet.Id, score);
        return true;
    }
}
