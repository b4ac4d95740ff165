using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>Grades one question of a running practice, so that it can be explained. From then on its answer stays as it is.</summary>
internal sealed class AttemptChecking(WriteQueue queue, Database database, IEnumerable<AttemptGraded> listeners)
{
    // On PostgreSQL another writer may be closing the attempt: one of the two waits, and nothing is told of twice.
    private readonly string _open = $"""SELECT 1 FROM "Attempts" WHERE "Id" = @p0 AND "ClosedAt" IS NULL {(database.IsPostgres ? "FOR SHARE" : "")}""";

    private const string Freeze = """UPDATE "AttemptItems" SET "CheckedAt" = @p2 WHERE "AttemptId" = @p0 AND "Position" = @p1 AND "CheckedAt" IS NULL""";
    private const string Grade = """UPDATE "AttemptItems" SET "Mark" = @p2, "Seconds" = @p3 WHERE "AttemptId" = @p0 AND "Position" = @p1""";

    private readonly AttemptGraded[] _listeners = [.. listeners];

    /// <summary>False if there was nothing left to do: it is checked already, or the attempt is closed.</summary>
    public Task<bool> CheckAsync(AttemptSheet sheet, SheetItem item, DateTimeOffset at) => queue.WriteAsync(writer => Check(writer, sheet, item, at));

    // Frozen before the answer is read, as in closing.
    private bool Check(Writer writer, AttemptSheet sheet, SheetItem item, DateTimeOffset at)
    {
        if (!IsOpen(writer, sheet) || writer.Execute(Freeze, sheet.Id, item.Position, at.ToUnixTimeMilliseconds()) == 0)
            return false;

        var answer = GivenAnswer.Of(writer, sheet).GetValueOrDefault(item.Position, GivenAnswer.Nothing);
        var mark = item.Mark(answer.Choices, sheet.Rules);
        writer.Execute(Grade, sheet.Id, item.Position, mark, answer.Seconds);
        foreach (var listener in _listeners)
            listener(writer, new(sheet, at, [new(item, mark, answer.IsAny, answer.Confidence)]));
        return true;
    }

    private bool IsOpen(Writer writer, AttemptSheet sheet)
    {
        using var row = writer.Query(_open, sheet.Id);
        return row.Read();
    }
}
