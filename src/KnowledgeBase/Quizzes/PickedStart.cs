using System.Security.Cryptography;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>Begins an untimed attempt on questions that were picked by name: what is due for review, the wrong answers, the bookmarks, a retry.</summary>
internal sealed class PickedStart(QuestionBank questions, AttemptOpening opening)
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
            Rules = picked.Rules,
            RetryOf = picked.RetryOf,
            StartedAt = now,
            Deadline = null,
            Multiplier = 0,
            MaximumScore = keys.Length,
        };
        return await opening.OpenAsync(attempt, AttemptOpening.Items(attempt, versions, new(seed)), other => IsSame(other, attempt));
    }

    /// <summary>A practice on what a closed attempt got wrong, as those questions are worded now. Null if none of them is asked any more.</summary>
    public async Task<StartedAttempt?> RetryAsync(AttemptSheet of, IReadOnlyDictionary<int, double> marks, string language, DateTimeOffset now)
    {
        // By id: a question's key may have followed its section to another name.
        var keys = (await questions.CandidatesAsync()).ToDictionary(one => one.QuestionId, one => one.Key);
        var wrong = of.Items.Where(item => marks.GetValueOrDefault(item.Position) < 1).Select(item => item.Question.QuestionId);
        var title = of.RetryOf is null ? new($"{of.PaperTitle.Zh} · 错题重做", $"{of.PaperTitle.En} · wrong ones again") : of.PaperTitle;
        var picked = new PickedQuestions(PickedQuestions.Retry, title, AttemptMode.Practice, [.. wrong.Where(keys.ContainsKey).Select(id => keys[id])])
        {
            Rules = new() { Confidence = of.AsksConfidence ? ConfidenceUse.Asked : ConfidenceUse.None },
            RetryOf = of.Id,
        };
        return await BeginAsync(of.LearnerId, picked, language, now);
    }

    // A review that is under way is gone on with, whatever else has fallen due meanwhile.
    private static bool IsSame(Attempt one, Attempt other) => one.Mode == AttemptMode.Review
        || (one.Rules == other.Rules && one.Blueprint?.Questions.SequenceEqual(other.Blueprint!.Questions, StringComparer.Ordinal) == true);
}

/// <param name="PaperKey">What the history lists it under; no paper has this key.</param>
/// <param name="Keys">In the order asked.</param>
internal sealed record PickedQuestions(string PaperKey, Bilingual Title, AttemptMode Mode, IReadOnlyList<string> Keys)
{
    public const string Retry = "retry";
    public const string Review = "review";
    public const string Wrong = "wrong";
    public const string Bookmarks = "bookmarks";

    /// <summary>Everything that attempts without a stored paper are listed under.</summary>
    public static readonly string[] PaperKeys = [Retry, Review, Wrong, Bookmarks];

    public PaperRules Rules { get; init; } = PaperRules.None;

    /// <summary>The attempt whose wrong questions these are.</summary>
    public Guid? RetryOf { get; init; }
}
