using KnowledgeBase.Interviews.Rooms;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>Whatever happens in a room, and in whatever order: the score is the one that the stored answers give.</summary>
public class RoomScoreTests(QuizSite site) : IClassFixture<QuizSite>
{
    private const int People = 6;
    private const int Steps = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_score_is_the_one_recomputed_from_the_stored_answers(int seed)
    {
        var random = new SplitMix64(seed);
        var scoring = seed % 2 == 0 ? RoomScoring.Speed : RoomScoring.Accuracy;
        var learners = await LearnersAsync();
        var code = (await site.Get<RoomOpening>().OpenAsync(learners[0], (await site.Get<PaperCatalog>().FindAsync(QuizSite.AllKinds))!, new("", scoring, RoomPace.Hand, 20, 5), site.Clock.GetUtcNow()))!;
        var accepted = new Dictionary<(Guid, int), (string Choices, List<long> Received)>();
        for (var step = 0; step < Steps; step++)
        {
            var room = await site.RoomAsync(code);
            if (room.State.Phase == RoomPhase.Ended)
                break;
            site.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(4_000)));
            // Several at once, as on a real evening: none of them waits for another.
            await Task.WhenAll(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(20)).ToList().Select(act => DoAsync(room, act)));
        }
        await site.Get<RoomChanges>().MoveAsync(await site.RoomAsync(code), RoomMove.End, site.Clock.GetUtcNow());
        await CheckAsync(code, scoring, accepted);

        async Task DoAsync(LiveRoom known, int act)
        {
            var (who, now) = (learners[1 + random.Next(People)], site.Clock.GetUtcNow());
            switch (act)
            {
                case < 3:
                    await site.Get<RoomJoining>().JoinAsync(known.Sheet, who, "Name", "zh", now);
                    break;
                case < 6:
                    await site.Get<RoomChanges>().MoveAsync(known, (RoomMove)random.Next(3), now);
                    break;
                case 6 when random.Next(6) == 0:
                    await site.Get<RoomChanges>().RemoveAsync(known.Sheet, who, now);
                    break;
                case 7:
                    // Somebody drops out and comes back: reading changes nothing.
                    await site.Get<RoomCatalog>().SnapshotAsync(known.Sheet.Id);
                    break;
                default:
                    // Known may be a state that is over by now; arrival may lie in the past, on a slow line.
                    var item = known.Sheet.Items[Math.Clamp(known.State.Position - 1 + (random.Next(8) == 0 ? 1 : 0), 0, known.Sheet.Items.Count - 1)];
                    var choices = Choose(item, random);
                    var received = now.AddMilliseconds(-random.Next(300));
                    if (await site.Get<RoomAnswers>().SaveAsync(known, item, who, choices, received) == RoomSaving.Saved)
                    {
                        lock (accepted)
                        {
                            // The same answer twice is acknowledged twice, and stored once.
                            accepted.TryAdd((who, item.Position), (Choices.Write(item.Question.Kind, choices), []));
                            accepted[(who, item.Position)].Received.Add(received.ToUnixTimeMilliseconds());
                        }
                    }
                    break;
            }
        }
    }

    [Fact]
    public async Task A_reveal_at_the_same_moment_keeps_an_answer_out_or_in_never_half()
    {
        for (var round = 0; round < 10; round++)
        {
            var learners = await LearnersAsync();
            var code = (await site.Get<RoomOpening>().OpenAsync(learners[0], (await site.Get<PaperCatalog>().FindAsync(QuizSite.AllKinds))!, new("", RoomScoring.Speed, RoomPace.Hand, 20, 5), site.Clock.GetUtcNow()))!;
            foreach (var learner in learners.Skip(1))
                await site.Get<RoomJoining>().JoinAsync((await site.RoomAsync(code)).Sheet, learner, "Name", "zh", site.Clock.GetUtcNow());
            await site.Get<RoomChanges>().MoveAsync(await site.RoomAsync(code), RoomMove.Start, site.Clock.GetUtcNow());
            var room = await site.RoomAsync(code);

            var answers = learners.Skip(1).Select(learner => Task.Run(() => site.Get<RoomAnswers>().SaveAsync(room, room.Sheet.Items[0], learner, ["a"], site.Clock.GetUtcNow()))).ToList();
            var reveal = Task.Run(() => site.Get<RoomChanges>().MoveAsync(room, RoomMove.Reveal, site.Clock.GetUtcNow()));
            var told = await Task.WhenAll(answers);
            Assert.True(await reveal);
            Assert.Equal(told.Count(saving => saving == RoomSaving.Saved), (await site.AnswersAsync(code)).Count);
        }
    }

    private async Task CheckAsync(string code, RoomScoring scoring, Dictionary<(Guid, int), (string Choices, List<long> Received)> accepted)
    {
        var room = await site.RoomAsync(code);
        var stored = await site.AnswersAsync(code);
        // What was acknowledged is there as it was, once, and nothing else is.
        Assert.Equal(accepted.Count, stored.Count);
        foreach (var answer in stored)
        {
            var sent = accepted[(answer.LearnerId, answer.Position)];
            Assert.Equal(sent.Choices, answer.Choices);
            Assert.Contains(answer.ReceivedAt.ToUnixTimeMilliseconds(), sent.Received);
            var item = room.Sheet.Item(answer.Position)!;
            var mark = item.Mark(Choices.Read(item.Question.Kind, answer.Choices), room.Sheet.Rules);
            Assert.Equal(mark, answer.Mark);
            Assert.Equal(RoomScore.Points(scoring, mark, answer.Milliseconds, room.Sheet.Seconds), answer.Points);
            Assert.InRange(answer.Milliseconds, 0, 20_500);
        }
        var board = (await site.Get<RoomCatalog>().SnapshotAsync(room.Sheet.Id))!.People;
        Assert.All(board, person => Assert.Equal(stored.Where(answer => answer.LearnerId == person.Learner).Sum(answer => answer.Points), person.Points));
        Assert.Equal(board.OrderByDescending(person => person.Points).Select(person => person.Points), board.Select(person => person.Points));

        // And so does their history.
        await site.LandedAsync(code);
        await using var db = await site.OpenDatabaseAsync();
        foreach (var member in await db.Set<RoomMember>().AsNoTracking().Where(member => member.RoomId == room.Sheet.Id && member.AttemptId != null).ToListAsync(Cancellation))
        {
            var attempt = await site.AttemptAsync(member.AttemptId!.Value);
            Assert.Equal(stored.Where(answer => answer.LearnerId == member.LearnerId).Sum(answer => answer.Mark), attempt.Score!.Value, 9);
            Assert.Equal(Math.Max(0, room.State.Position - member.FromQuestion + 1), attempt.MaximumScore);
        }
    }

    private static string[] Choose(SheetItem item, SplitMix64 random)
    {
        string[] some = item.Question.Kind switch
        {
            QuestionKind.Numeric => [random.Next(2) == 0 ? "31415.92" : "5"],
            QuestionKind.Order or QuestionKind.Match => random.Shuffle(Enumerable.Range(0, item.Question.Kind == QuestionKind.Order ? 4 : 3).Select(Letters.Token)),
            QuestionKind.Multiple => random.Shuffle(item.OptionOrder)[..(1 + random.Next(3))],
            _ => [item.OptionOrder[random.Next(item.OptionOrder.Length)]],
        };
        return some;
    }

    private async Task<Guid[]> LearnersAsync()
    {
        var learners = Enumerable.Range(0, People + 1).Select(_ => Learner.New(site.Clock.GetUtcNow())).ToArray();
        await site.Get<WriteQueue>().WriteAsync(writer =>
        {
            using var db = writer.Context();
            db.AddRange(learners);
            return db.SaveChanges();
        });
        return [.. learners.Select(learner => learner.Id)];
    }
}
