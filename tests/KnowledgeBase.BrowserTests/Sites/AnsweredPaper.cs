using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Sites;

/// <summary>A paper of the book that sixty people have sat, and an author who may see how they did.</summary>
internal sealed record AnsweredPaper(string Key, string Question, string Email)
{
    public const string Password = "seven quiet herons";
    private const int People = 60;
    private const int Questions = 4;

    public static async Task<AnsweredPaper> MakeAsync(LiveSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var email = $"author-{Guid.NewGuid():N}@example.org";
        var (_, problems) = await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new("Ada", email, Password), LearnerRole.Author);
        Assert.Empty(problems);

        await using var db = await site.Services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContextAsync();
        var paper = new Paper
        {
            Key = $"answered-{Guid.NewGuid():N}",
            Scope = PaperScope.Mixed,
            Position = 1000,
            Title = new("神经网络基础 · 摸底", "Neural networks, a first look"),
            Summary = new("", ""),
            Blueprint = new() { Count = Questions },
            // Only here to be looked at by authors: no other test should meet it.
            Retired = true,
        };
        db.Add(paper);
        var asked = await CopiesAsync(db);
        for (var person = 0; person < People; person++)
            Sit(db, paper, [.. asked.Select(one => one.Version)], person);
        await db.SaveChangesAsync();
        return new(paper.Key, asked[0].Key, email);
    }

    // Questions of its own, so that regrading them touches nobody else's attempts.
    private static async Task<List<(string Key, QuestionVersion Version)>> CopiesAsync(KnowledgeDb db)
    {
        var originals = await (
            from question in db.Set<Question>()
            join version in db.Set<QuestionVersion>() on question.CurrentVersion equals version.Id
            where version.Kind == QuestionKind.Single && !question.Retired
            orderby question.Key
            select new { question.Section, Version = version }).AsNoTracking().Take(Questions).ToListAsync();
        var copies = new List<(string, QuestionVersion)>();
        foreach (var original in originals)
        {
            var question = new Question { Key = $"{original.Section}/copy-{Guid.NewGuid().ToString("N")[..8]}", Section = original.Section, Retired = true };
            db.Add(question);
            await db.SaveChangesAsync();
            var version = new QuestionVersion
            {
                QuestionId = question.Id,
                Number = 1,
                Hash = "",
                Kind = original.Version.Kind,
                Difficulty = original.Version.Difficulty,
                Seconds = original.Version.Seconds,
                Anchor = original.Version.Anchor,
                Tags = [],
                Body = original.Version.Body,
            };
            db.Add(version);
            await db.SaveChangesAsync();
            question.CurrentVersion = version.Id;
            copies.Add((question.Key, version));
        }
        return copies;
    }

    // Earlier people know more; in English the first question is harder; the third one's last option is never chosen.
    private static void Sit(KnowledgeDb db, Paper paper, QuestionVersion[] questions, int person)
    {
        var learner = Learner.New(DateTimeOffset.UtcNow);
        var attempt = new Attempt
        {
            Id = Guid.CreateVersion7(),
            LearnerId = learner.Id,
            PaperKey = paper.Key,
            PaperTitle = paper.Title,
            Mode = AttemptMode.Exam,
            Language = person % 2 == 0 ? "zh" : "en",
            Seed = 1,
            StartedAt = DateTimeOffset.UtcNow.AddMinutes(-10),
            Deadline = null,
            Multiplier = 1,
            ClosedAt = DateTimeOffset.UtcNow.AddMinutes(-person - 2),
            MaximumScore = questions.Length,
        };
        db.AddRange(learner, attempt);
        var score = 0;
        foreach (var (index, question) in questions.Index())
        {
            var isRight = index == 0 && person % 2 == 1 ? person < 12 : person < 55 - (12 * index) - (person % 3 * 5);
            var options = question.Body.Options;
            var choice = isRight ? options.First(option => option.Correct) : options.Where(option => !option.Correct).ElementAt(index == 2 ? 0 : person % 2);
            score += isRight ? 1 : 0;
            db.Add(new AttemptItem { AttemptId = attempt.Id, Position = index + 1, QuestionId = question.QuestionId, VersionId = question.Id, OptionOrder = [.. options.Select(option => option.Id)], Mark = isRight ? 1 : 0 });
            db.Add(new Answer { AttemptId = attempt.Id, Position = index + 1, Seq = 1, Choices = choice.Id, Flagged = false, SavedAt = attempt.StartedAt.AddMinutes(index + 1) });
        }
        attempt.Score = score;
    }
}
