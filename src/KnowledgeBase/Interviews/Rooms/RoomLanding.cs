using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>
/// Puts everybody's sitting in a room that is over into their history: a closed attempt of what they were asked, with the answers and
/// marks as they were stored. A few people at a time, and none twice, so that it may break off anywhere and be gone on with.
/// </summary>
internal sealed class RoomLanding(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue, IEnumerable<AttemptGraded> listeners, IRoomSignal signal)
{
    /// <summary>Answers of other rooms wait no longer than for these.</summary>
    private const int AtATime = 5;

    private const string Take = """
        UPDATE "RoomMembers" SET "AttemptId" = @p2 WHERE "RoomId" = @p0 AND "LearnerId" = @p1 AND "AttemptId" IS NULL AND "RemovedAt" IS NULL
        """;

    private const string Landed = """UPDATE "Rooms" SET "LandedAt" = @p1 WHERE "Id" = @p0 AND "LandedAt" IS NULL""";

    private readonly AttemptGraded[] _listeners = [.. listeners];

    public async Task LandAsync(LiveRoom room, DateTimeOffset now)
    {
        var (id, asked) = (room.Sheet.Id, room.State.Position);
        while (true)
        {
            List<RoomMember> waiting;
            await using (var db = await databases.CreateDbContextAsync())
            {
                waiting = await db.Set<RoomMember>().AsNoTracking()
                    .Where(member => member.RoomId == id && member.AttemptId == null && member.RemovedAt == null && member.FromQuestion <= asked)
                    .OrderBy(member => member.LearnerId).Take(AtATime).ToListAsync();
            }
            if (waiting.Count == 0)
                break;
            await queue.WriteAsync(writer =>
            {
                foreach (var member in waiting)
                    Land(writer, room, member);
                return true;
            });
        }
        await queue.WriteAsync(writer => writer.Execute(Landed, id, now.ToUnixTimeMilliseconds()));
        await signal.SendAsync(id, RoomNews.People);
    }

    private void Land(Writer writer, LiveRoom room, RoomMember member)
    {
        var (sheet, ended) = (room.Sheet, room.State.EndedAt!.Value);
        var id = Guid.CreateVersion7(ended);
        // The row is taken first: another server that lands the same room goes on with the next one.
        if (writer.Execute(Take, sheet.Id, member.LearnerId, id) == 0)
            return;

        using var db = writer.Context();
        var answers = db.Set<RoomAnswer>().AsNoTracking().Where(answer => answer.RoomId == sheet.Id && answer.LearnerId == member.LearnerId).ToDictionary(answer => answer.Position);
        var asked = sheet.Items.Where(item => item.Position >= member.FromQuestion && item.Position <= room.State.Position).ToList();
        // Waiting in the lobby is no time of theirs: it runs from the opening of the first question they answered.
        var opened = answers.Values.Select(answer => answer.ReceivedAt.AddMilliseconds(-answer.Milliseconds)).DefaultIfEmpty(member.JoinedAt).Min();
        var started = opened > member.JoinedAt ? opened : member.JoinedAt;
        var attempt = new Attempt
        {
            Id = id,
            LearnerId = member.LearnerId,
            PaperKey = sheet.PaperKey,
            PaperTitle = sheet.Title,
            Mode = AttemptMode.Live,
            Language = member.Language,
            Seed = sheet.Seed,
            Rules = sheet.Rules,
            Number = 1 + db.Set<Attempt>().Count(other => other.LearnerId == member.LearnerId && other.PaperKey == sheet.PaperKey && other.Mode == AttemptMode.Live),
            StartedAt = started,
            Deadline = null,
            Multiplier = 1,
            ClosedAt = ended,
            Score = asked.Sum(item => answers.GetValueOrDefault(item.Position)?.Mark ?? 0),
            MaximumScore = asked.Count,
        };
        db.Add(attempt);
        var graded = new List<GradedItem>();
        foreach (var (index, item) in asked.Index())
        {
            var answer = answers.GetValueOrDefault(item.Position);
            db.Add(new AttemptItem
            {
                AttemptId = id,
                Position = index + 1,
                QuestionId = item.Question.QuestionId,
                VersionId = item.Question.Id,
                OptionOrder = item.OptionOrder,
                Mark = answer?.Mark ?? 0,
                Seconds = answer?.Milliseconds / 1000,
            });
            if (answer is not null)
                db.Add(new Answer { AttemptId = id, Position = index + 1, Seq = 1, Choices = answer.Choices, Flagged = false, SavedAt = answer.ReceivedAt });
            graded.Add(new(item with { Position = index + 1 }, answer?.Mark ?? 0, answer is not null, 0));
        }
        db.SaveChanges();

        var sat = new AttemptSheet(
            id, member.LearnerId, sheet.PaperKey, sheet.Title, AttemptMode.Live, started, null, 1, null, sheet.Rules, null, [.. graded.Select(one => one.Item)]);
        foreach (var listener in _listeners)
            listener(writer, new(sat, ended, graded));
    }
}
