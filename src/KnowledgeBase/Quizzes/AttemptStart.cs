using System.Security.Cryptography;
using System.Text.Json;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes;

/// <summary>Begins an attempt: draws its questions, fixes their versions, order and deadline.</summary>
internal sealed class AttemptStart(
    QuestionBank questions, AttemptCatalog attempts, AttemptClosing closing, PaperOverrides overrides, WriteQueue queue, Database database)
{
    // Of several servers each has a writer of its own; the learner's row lets one of them start something for this learner at a time.
    private const string Alone = """SELECT "Id" FROM "Learners" WHERE "Id" = @p0 FOR UPDATE""";

    /// <summary>The paper key of attempts at what was wrong: they are no sitting of the paper itself.</summary>
    public const string Retry = "retry";

    public async Task<bool> HasQuestionsAsync(Paper paper) =>
        Draw.Questions(paper.Blueprint, await questions.CandidatesAsync(), new(0)).Length > 0;

    public async Task<StartedAttempt> BeginAsync(Guid learner, Paper paper, StartForm form, string language, DateTimeOffset now)
    {
        var rules = await overrides.RulesAsync(paper, learner);
        var multiplier = form.Mode == AttemptMode.Exam ? rules.Multiplier ?? form.Multiplier : form.Multiplier;
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new SplitMix64(seed);
        var drawn = Draw.Questions(paper.Blueprint, await questions.CandidatesAsync(), random);
        var versions = await questions.VersionsAsync([.. drawn.Select(one => one.VersionId)]);

        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(now),
            LearnerId = learner,
            PaperKey = paper.Key,
            PaperTitle = paper.Title,
            Mode = form.Mode,
            Language = language,
            Seed = seed,
            Blueprint = paper.Scope == PaperScope.Own ? paper.Blueprint : null,
            Rules = rules,
            StartedAt = now,
            Deadline = TimeLimit.Deadline(now, TimeLimit.Minutes(paper.Blueprint, drawn), form.Mode, multiplier),
            Multiplier = form.Mode == AttemptMode.Practice ? 0 : multiplier,
            MaximumScore = drawn.Length * ConfidenceMarking.Maximum(rules.Confidence),
        };
        var items = Items(attempt, versions, random);

        var started = await StoreAsync(attempt, items, now, form.Afresh);
        if (!started.Resumed || !form.Afresh || await attempts.SheetAsync(started.Id) is not { } running)
            return started;
        await closing.CloseAsync(running, now);
        return await StoreAsync(attempt, items, now, form.Afresh);
    }

    /// <summary>A practice on what a closed attempt got wrong, as those questions are worded now. Null if none of them is asked any more.</summary>
    public async Task<StartedAttempt?> RetryAsync(AttemptSheet of, IReadOnlyDictionary<int, double> marks, string language, DateTimeOffset now)
    {
        var wrong = of.Items.Where(item => marks.GetValueOrDefault(item.Position) < 1).Select(item => item.Question.QuestionId).ToList();
        var byId = (await questions.CandidatesAsync()).Where(one => wrong.Contains(one.QuestionId)).ToDictionary(one => one.QuestionId);
        Candidate[] asked = [.. wrong.Where(byId.ContainsKey).Select(id => byId[id])];
        if (asked.Length == 0)
            return null;

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(now),
            LearnerId = of.LearnerId,
            PaperKey = Retry,
            PaperTitle = of.RetryOf is null ? new($"{of.PaperTitle.Zh} · 错题重做", $"{of.PaperTitle.En} · wrong ones again") : of.PaperTitle,
            Mode = AttemptMode.Practice,
            Language = language,
            Seed = seed,
            Blueprint = new() { Questions = [.. asked.Select(one => one.Key)], Count = asked.Length },
            Rules = new() { Confidence = of.AsksConfidence ? ConfidenceUse.Asked : ConfidenceUse.None },
            RetryOf = of.Id,
            StartedAt = now,
            Deadline = null,
            Multiplier = 0,
            MaximumScore = asked.Length,
        };
        return await StoreAsync(attempt, Items(attempt, await questions.VersionsAsync([.. asked.Select(one => one.VersionId)]), new(seed)), now);
    }

    private static List<AttemptItem> Items(Attempt attempt, IEnumerable<QuestionVersion> versions, SplitMix64 random) => [.. versions.Select((version, index) => new AttemptItem
    {
        AttemptId = attempt.Id,
        Position = index + 1,
        QuestionId = version.QuestionId,
        VersionId = version.Id,
        OptionOrder = Draw.Options(version, random),
    })];

    // Looking, asking the rules and storing in one write: a double click starts one attempt, and two tabs cannot start one too many.
    private Task<StartedAttempt> StoreAsync(Attempt attempt, List<AttemptItem> items, DateTimeOffset now, bool afresh = false) => queue.WriteAsync(writer =>
    {
        if (database.IsPostgres)
            writer.Execute(Alone, attempt.LearnerId);
        using var db = writer.Context();
        var running = db.Set<Attempt>().AsNoTracking()
            .Where(other => other.LearnerId == attempt.LearnerId && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode
                && other.ClosedAt == null && (other.Deadline == null || other.Deadline > now))
            .OrderByDescending(other => other.StartedAt).ToList()
            .Find(other => Same(other, attempt));
        if (running is not null && !afresh)
            return new StartedAttempt(running.Id, Resumed: true);

        // Nobody loses a running attempt for one that they may not begin.
        var ended = PaperOverrides.Ended(db, attempt.LearnerId, attempt.PaperKey, attempt.Rules, now);
        if (Admission.Check(attempt.Rules, attempt.Mode, running is null ? ended : [.. ended, now], now) is { } refusal)
            return new StartedAttempt(Guid.Empty, Resumed: false) { Refusal = refusal };
        if (running is not null)
            return new StartedAttempt(running.Id, Resumed: true);

        attempt.Number = 1 + db.Set<Attempt>().Count(other => other.LearnerId == attempt.LearnerId && other.PaperKey == attempt.PaperKey && other.Mode == attempt.Mode);
        db.Add(attempt);
        db.AddRange(items);
        db.SaveChanges();
        return new StartedAttempt(attempt.Id, Resumed: false);
    });

    private static bool Same(Attempt one, Attempt other) =>
        JsonSerializer.Serialize(one.Blueprint) == JsonSerializer.Serialize(other.Blueprint) && (one.Blueprint is null || one.Rules == other.Rules);
}

/// <param name="Resumed">It was running already.</param>
internal sealed record StartedAttempt(Guid Id, bool Resumed)
{
    /// <summary>Why there is none.</summary>
    public Refusal? Refusal { get; init; }
}
