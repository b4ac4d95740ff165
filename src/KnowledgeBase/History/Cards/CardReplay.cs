using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Cards;

/// <summary>
/// Makes cards from attempts that closed before there were any, as if they had been there all along. Again and again gives the
/// same; a card that a newer attempt has written meanwhile stays.
/// </summary>
internal sealed class CardReplay(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue)
{
    /// <summary>How long others wait for their turn.</summary>
    private const int CardsAtOnce = 200;

    /// <summary>
    /// Who has none yet. Every attempt that closes now leaves cards, so somebody's oldest one tells: one look per learner, however
    /// many attempts there are.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> BehindAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<Learner>().Select(learner => learner.Id).Where(learner => db.Set<AttemptItem>().Any(item =>
            item.AttemptId == db.Set<Attempt>().Where(attempt => attempt.LearnerId == learner && attempt.ClosedAt != null)
                .OrderBy(attempt => attempt.ClosedAt).Select(attempt => attempt.Id).FirstOrDefault()
            && !db.Set<Card>().Any(card => card.LearnerId == learner && card.QuestionId == item.QuestionId))).ToListAsync(cancellation);
    }

    public async Task ReplayAsync(Guid learner, CancellationToken cancellation)
    {
        var cards = new Dictionary<int, CardState>();
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            await foreach (var (question, sight) in Sights(db, learner).WithCancellation(cancellation))
                cards[question] = CardState.After(cards.GetValueOrDefault(question), sight);
        }
        foreach (var some in cards.Chunk(CardsAtOnce))
        {
            await queue.WriteAsync(writer =>
            {
                foreach (var (question, card) in some)
                    CardKeeping.Store(writer, learner, question, card);
                return true;
            });
        }
    }

    /// <summary>Everything met in closed attempts, oldest first, row by row.</summary>
    private static async IAsyncEnumerable<(int Question, Sight Sight)> Sights(KnowledgeDb db, Guid learner)
    {
        var rows =
            from attempt in db.ClosedOf(learner)
            join item in db.Set<AttemptItem>() on attempt.Id equals item.AttemptId
            from answer in db.Set<Answer>().Where(answer => answer.AttemptId == item.AttemptId && answer.Position == item.Position).DefaultIfEmpty()
            orderby attempt.ClosedAt
            select new { attempt.ClosedAt, IsRetry = attempt.RetryOf != null, item.QuestionId, item.Mark, Choices = answer!.Choices, Confidence = (int?)answer.Confidence };
        await foreach (var row in rows.AsAsyncEnumerable())
            yield return (row.QuestionId, new(row.ClosedAt!.Value, row.Mark ?? 0, !string.IsNullOrEmpty(row.Choices), row.Confidence ?? 0, row.IsRetry));
    }
}

/// <summary>Once after an upgrade, in the background: people's mastery and reviews go on from what they had done before.</summary>
internal sealed class CardReplays(CardReplay replay, ILogger<CardReplays> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var behind = await replay.BehindAsync(stoppingToken);
            foreach (var learner in behind)
                await replay.ReplayAsync(learner, stoppingToken);
            if (behind.Count > 0)
                log.LogInformation("Cards were made from the earlier attempts of {Count} learners", behind.Count);
        }
        // The next start goes on where this one failed.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "Cards could not be made from earlier attempts");
        }
    }
}
