using System.Security.Cryptography;
using System.Text.Json;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>Begins an attempt: draws its questions, fixes their versions, order and deadline.</summary>
internal sealed class AttemptStart(QuestionBank questions, AttemptCatalog attempts, AttemptClosing closing, PaperOverrides overrides, AttemptOpening opening)
{
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
        var items = AttemptOpening.Items(attempt, versions, random);

        var started = await OpenAsync();
        if (!started.Resumed || !form.Afresh || await attempts.SheetAsync(started.Id) is not { } running)
            return started;
        await closing.CloseAsync(running, now);
        return await OpenAsync();

        Task<StartedAttempt> OpenAsync() => opening.OpenAsync(attempt, items, other => Same(other, attempt), form.Afresh);
    }

    private static bool Same(Attempt one, Attempt other) =>
        JsonSerializer.Serialize(one.Blueprint) == JsonSerializer.Serialize(other.Blueprint) && (one.Blueprint is null || one.Rules == other.Rules);
}
