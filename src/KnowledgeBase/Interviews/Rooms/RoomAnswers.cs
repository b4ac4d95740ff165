using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Saves the answers of a room: the first one counts, graded at once, told at the reveal.</summary>
internal sealed class RoomAnswers(WriteQueue queue, Database database, IRoomSignal signal)
{
    // Phase, position, time and membership are asked by the statement that stores. PostgreSQL may have several writers: with the
    // shared lock a reveal waits for this transaction, or this one sees that it came too late.
    private readonly string _save = $"""
        INSERT INTO "RoomAnswers" ("RoomId", "Position", "LearnerId", "Choices", "ReceivedAt", "Milliseconds", "Mark", "Points")
        SELECT @p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7
        FROM "Rooms" JOIN "RoomMembers" ON "RoomMembers"."RoomId" = "Rooms"."Id" AND "RoomMembers"."LearnerId" = @p2
        WHERE "Rooms"."Id" = @p0 AND "Rooms"."Phase" = 'Asking' AND "Rooms"."Position" = @p1 AND "Rooms"."OpenedAt" = @p8 AND "Rooms"."ExpiresAt" > @p4
        AND ("Rooms"."ClosesAt" IS NULL OR "Rooms"."ClosesAt" + @p9 >= @p4) AND "RoomMembers"."RemovedAt" IS NULL {(database.IsPostgres ? "FOR SHARE" : "")}
        ON CONFLICT ("RoomId", "Position", "LearnerId") DO NOTHING
        """;

    private const string Look = """SELECT "Choices" FROM "RoomAnswers" WHERE "RoomId" = @p0 AND "Position" = @p1 AND "LearnerId" = @p2""";

    /// <summary>Completes when the answer is on disk, or was refused.</summary>
    public async Task<RoomSaving> SaveAsync(LiveRoom room, SheetItem item, Guid learner, string[] choices, DateTimeOffset received)
    {
        var (sheet, state) = (room.Sheet, room.State);
        var written = Choices.Write(item.Question.Kind, choices);
        if (state.Phase != RoomPhase.Asking || state.Position != item.Position || state.OpenedAt is not { } opened)
            return await queue.WriteAsync(writer => Refused(writer, sheet.Id, item.Position, learner, written));

        // Stored to the millisecond, so that whoever recomputes the points from the stored answer gets the same.
        var milliseconds = Math.Max(0, received.ToUnixTimeMilliseconds() - opened.ToUnixTimeMilliseconds());
        var mark = item.Mark(choices, sheet.Rules);
        var points = RoomScore.Points(sheet.Scoring, mark, milliseconds, sheet.Seconds);
        var saving = await queue.WriteAsync(writer => writer.Execute(
            _save, sheet.Id, item.Position, learner, written, received.ToUnixTimeMilliseconds(), (int)Math.Min(milliseconds, int.MaxValue), mark, points,
            opened.ToUnixTimeMilliseconds(), (long)RoomMoves.Grace.TotalMilliseconds) == 1
                ? RoomSaving.Saved
                : Refused(writer, sheet.Id, item.Position, learner, written));
        if (saving == RoomSaving.Saved)
            await signal.SendAsync(sheet.Id, RoomNews.Answers);
        return saving;
    }

    // A retry whose first reply was lost is told the same once more.
    private static RoomSaving Refused(Writer writer, Guid room, int position, Guid learner, string written)
    {
        using var row = writer.Query(Look, room, position, learner);
        if (!row.Read())
            return RoomSaving.Closed;
        return row.GetString(0) == written ? RoomSaving.Saved : RoomSaving.Given;
    }
}

internal enum RoomSaving
{
    Saved,

    /// <summary>There is another answer already, and the first one counts.</summary>
    Given,

    /// <summary>Its time is over, or they are no longer in the room.</summary>
    Closed,
}
