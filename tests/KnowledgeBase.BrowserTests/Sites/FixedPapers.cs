using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.BrowserTests.Sites;

/// <summary>Papers over the real book whose questions do not depend on the draw.</summary>
internal static class FixedPapers
{
    public const string Choices = "fixed-choices";
    public const string Kinds = "fixed-kinds";
    public const string Sure = "fixed-sure";

    public static void AddTo(IServiceProvider services)
    {
        using var db = services.GetRequiredService<IDbContextFactory<KnowledgeDb>>().CreateDbContext();
        var all = (
            from question in db.Set<Question>()
            join version in db.Set<QuestionVersion>() on question.CurrentVersion equals version.Id
            where !question.Retired
            orderby question.Section != "optimizers", question.Key
            select new { question.Key, version.Kind }).ToList();
        Add(db, Choices, [.. all.Where(one => one.Kind == QuestionKind.Single).Take(10).Select(one => one.Key)], ConfidenceUse.None);
        string[] kinds = [.. Grading.Kinds.Select(kind => all.First(one => one.Kind == kind).Key)];
        Add(db, Kinds, kinds, ConfidenceUse.None);
        Add(db, Sure, kinds, ConfidenceUse.Scored);
        db.SaveChanges();
    }

    private static void Add(KnowledgeDb db, string key, string[] questions, ConfidenceUse confidence) => db.Add(new Paper
    {
        Key = key,
        Scope = PaperScope.Mixed,
        Position = 1000,
        Title = new("固定的卷子", "A fixed paper"),
        Summary = new("题目固定不变。", "Its questions are always the same."),
        Blueprint = new() { Questions = questions, Count = questions.Length, Minutes = 30 },
        Rules = new() { Confidence = confidence },
    });
}
