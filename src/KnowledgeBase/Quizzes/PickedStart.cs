using System.Security.Cryptography;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Begins an untimed attempt on questions that were picked by name: what is due for review, the wrong answers, the bookmarks.</summary>
internal sealed class PickedStart(QuestionBank questions, WriteQueue queue)
{
    /// <summary>Null if none of them can be asked any more.</summary>
    public async Task<StartedAttempt?> BeginAsync(Guid learner, PickedQuestions picked, string language, DateTimeOffset now)
    {
        var byKey = (await questions.CandidatesAsync()).ToDictionary(one => one.Key, StringComparer.Ordinal);
        string[] keys = [.. picked.Keys.Where(byKey.ContainsKey)];
        if (keys.Length == 0)
            return null;

        var versions = await questions.VersionsAsync([.. keys.Select(key => byKey[key].VersionId)]);
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new SplitMix64(seed);
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(now),
            LearnerId = learner,
            PaperKey = picked.PaperKey,
            PaperTitle = picked.Title,
            Mode = picked.Mode,
            Language = language,
            Seed = seed,
            Blueprint = new() { Questions = keys, Count = keys.Length },
            StartedAt = now,
            Deadline = null,
            Multiplier = 0,
            MaximumScore = keys.Length,
        };
        var items = versions.Select((version, index) => new AttemptItem
        {
            AttemptId = attempt.Id,
            Position = index + 1,
            QuestionId = version.QuestionId,
            VersionId = version.Id,
            OptionOrder = Draw.Options(version, random),
        }).ToList();
        return await StoreAsync(attempt, items);
    }

    // Looking and storing in one write: a double click starts one attempt, and a review that is under way is gone on with.
    private Task<StartedAttempt> StoreAsync(Attempt attempt, List<AttemptItem> items) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        var running = db.Set<Attempt>().AsNoTracking()
            .Where(other => other.LearnerId == attempt.LearnerId && other.ClosedAt == null && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode)
            .OrderByDescending(other => other.StartedAt).ToList()
            .Find(other => attempt.Mode == AttemptMode.Review || other.Blueprint?.Questions.SequenceEqual(attempt.Blueprint!.Questions, StringComparer.Ordinal) == true);
        if (running is not null)
            return new StartedAttempt(running.Id, Resumed: true);

        attempt.Number = 1 + db.Set<Attempt>().Count(other => other.LearnerId == attempt.LearnerId && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode);
        db.Add(attempt);
        db.AddRange(items);
        db.SaveChanges();
        return new StartedAttempt(attempt.Id, Resumed: false);
    });
}

/// <param name="PaperKey">What the history lists it under; no paper has this key.</param>
/// <param name="Keys">In the order asked.</param>
internal sealed record PickedQuestions(string PaperKey, Bilingual Title, AttemptMode Mode, IReadOnlyList<string> Keys);
