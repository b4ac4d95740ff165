using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>A site with a small question bank whose keys and reasons carry canaries. Several may share one database file, one after the other.</summary>
public sealed class QuizSite : Site
{
    /// <summary>Stands in everything that must not be seen before an attempt closes.</summary>
    public const string Canary = "CANARY";

    /// <summary>Four minutes for six questions with options.</summary>
    public const string Paper = "test-paper";

    /// <summary>One question of every kind.</summary>
    public const string AllKinds = "test-kinds";

    private static readonly QuestionKind[] Options = [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.Boolean];
    private readonly string? _database;

    public QuizSite() => SeedAsync().GetAwaiter().GetResult();

    /// <summary>The site started again over a database that another one left.</summary>
    internal QuizSite(string database, DateTimeOffset now)
    {
        _database = database;
        Clock = new(now);
    }

    protected override string ContentFolder => TinyBook.Folder;

    public async Task<Visitor> VisitorAsync() => await Visitor.ArriveAsync(this);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (_database is not null)
            builder.UseSetting("Storage:ConnectionString", $"Data Source={_database};Pooling=False");
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>What the database says about an attempt.</summary>
    internal async Task<Attempt> AttemptAsync(Guid id)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Set<Attempt>().AsNoTracking().SingleAsync(attempt => attempt.Id == id);
    }

    internal async Task<List<Answer>> AnswersAsync(Guid id)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Set<Answer>().AsNoTracking().Where(answer => answer.AttemptId == id).OrderBy(answer => answer.Position).ToListAsync();
    }

    /// <summary>The right choices of each question of an attempt, by position.</summary>
    internal async Task<Dictionary<int, string[]>> KeyAsync(Guid id)
    {
        var sheet = await Get<AttemptCatalog>().SheetAsync(id);
        return sheet!.Items.ToDictionary(item => item.Position, item => TestQuestions.Key(item.Question.Kind, item.Question.Body, item.OptionOrder));
    }

    internal async Task<SheetItem> ItemAsync(Guid id, QuestionKind kind) =>
        (await Get<AttemptCatalog>().SheetAsync(id))!.Items.First(item => item.Question.Kind == kind);

    /// <summary>Waits for something that happens on its own.</summary>
    internal static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 200 && !await condition(); i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(await condition(), "It did not happen within ten seconds.");
    }

    private async Task SeedAsync()
    {
        await using var db = await OpenDatabaseAsync();
        db.Add(new Chapter { Slug = "test-chapter", Position = 100, Title = new("章", "Chapter"), Summary = new("", "") });
        foreach (var section in (string[])["test-one", "test-two", "test-three"])
            db.Add(new Section { Slug = section, Chapter = "test-chapter", Position = 1, Title = new(section, section), Short = new(section, section) });
        await db.SaveChangesAsync();

        foreach (var section in (string[])["test-one", "test-two"])
        {
            foreach (var kind in Options)
                await TestQuestions.AddAsync(db, $"{section}/{kind}", section, kind, difficulty: 1 + (int)kind);
        }
        foreach (var kind in Grading.Kinds)
            await TestQuestions.AddAsync(db, $"test-three/{kind}", "test-three", kind);
        foreach (var confidence in Enum.GetValues<ConfidenceUse>())
        {
            db.Add(new Paper
            {
                Key = confidence == ConfidenceUse.None ? AllKinds : $"{AllKinds}-{confidence}",
                Scope = PaperScope.Mixed,
                Position = 2 + (int)confidence,
                Title = new("全题型", "All kinds"),
                Summary = new("", ""),
                Blueprint = new() { Questions = [.. Grading.Kinds.Select(kind => $"test-three/{kind}")], Count = Grading.Kinds.Length, Minutes = 4 },
                Rules = new() { Confidence = confidence },
            });
        }
        db.Add(new Paper
        {
            Key = Paper,
            Scope = PaperScope.Mixed,
            Position = 1,
            Title = new("测试卷", "Test paper"),
            Summary = new("概述", "Summary"),
            Blueprint = new() { Sections = ["test-one", "test-two"], Count = 6, Minutes = 4 },
        });
        await db.SaveChangesAsync();
        Get<Book>().Forget();
    }
}
