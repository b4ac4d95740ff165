using System.Security.Cryptography;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Opens a room on a paper: draws its questions and fixes their versions and order, as an attempt does.</summary>
internal sealed class RoomOpening(QuestionBank questions, WriteQueue queue)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The code; null if the paper has no question to ask.</summary>
    public async Task<string?> OpenAsync(Guid host, Paper paper, RoomForm form, DateTimeOffset now)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new SplitMix64(seed);
        var drawn = Draw.Questions(paper.Blueprint, await questions.CandidatesAsync(), random);
        if (drawn.Length == 0)
            return null;
        var versions = await questions.VersionsAsync([.. drawn.Select(one => one.VersionId)]);
        var room = new Room
        {
            Id = Guid.CreateVersion7(now),
            Code = RoomCode.Make(),
            HostId = host,
            ScreenKey = RandomNumberGenerator.GetHexString(32, lowercase: true),
            PaperKey = paper.Key,
            Title = paper.Title,
            Seed = seed,
            // Nobody is asked here how sure they are.
            Rules = paper.Rules with { Confidence = ConfidenceUse.None },
            Scoring = form.Scoring,
            Pace = form.Pace,
            SecondsPerQuestion = form.Seconds,
            RevealSeconds = form.RevealSeconds,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        RoomItem[] items = [.. versions.Select((version, index) => new RoomItem
        {
            RoomId = room.Id,
            Position = index + 1,
            QuestionId = version.QuestionId,
            VersionId = version.Id,
            OptionOrder = Draw.Options(version, random),
        })];
        await queue.WriteAsync(writer =>
        {
            using var db = writer.Context();
            db.Add(room);
            db.AddRange(items);
            return db.SaveChanges();
        });
        return room.Code;
    }

    /// <summary>A room shows the key of every question, so a paper that keeps it back is not for rooms.</summary>
    public static bool Suits(PaperRules rules) => rules is { ExamOnly: false, Review: ReviewExtent.Everything, ReviewAfterWindow: false };
}
