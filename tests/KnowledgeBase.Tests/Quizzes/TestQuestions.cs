using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Quizzes;

internal static class TestQuestions
{
    public static async Task<Question> AddAsync(KnowledgeDb db, string key, string section, QuestionKind kind, int difficulty = 3)
    {
        var question = new Question { Key = key, Section = section };
        db.Add(question);
        await db.SaveChangesAsync();
        await EditAsync(db, question, kind, key, difficulty);
        return question;
    }

    /// <summary>A new wording becomes the current version.</summary>
    public static async Task EditAsync(KnowledgeDb db, Question question, QuestionKind kind, string text, int difficulty = 3)
    {
        var version = new QuestionVersion
        {
            QuestionId = question.Id,
            Number = 1 + db.Set<QuestionVersion>().Count(other => other.QuestionId == question.Id),
            Hash = "",
            Kind = kind,
            Difficulty = difficulty,
            Seconds = 40,
            Anchor = "anchor",
            Tags = [],
            Body = Body(kind, text),
        };
        db.Add(version);
        await db.SaveChangesAsync();
        question.CurrentVersion = version.Id;
        db.Update(question);
        await db.SaveChangesAsync();
    }

    /// <summary>Single and boolean: the first is right. Multiple: the first two of four.</summary>
    public static QuestionBody Body(QuestionKind kind, string text) => new()
    {
        Stem = Both($"<p>Stem of {text}</p>"),
        Explanation = Both($"<p>{QuizSite.Canary} explanation of {text}</p>"),
        Options = kind switch
        {
            QuestionKind.Boolean => [Choice("true", true), Choice("false", false)],
            QuestionKind.Multiple => [Choice("a", true), Choice("b", true), Choice("c", false), Choice("d", false)],
            _ => [Choice("a", true), Choice("b", false), Choice("c", false)],
        },
    };

    private static Option Choice(string id, bool correct) => new(id, correct, Both($"Text of {id}"), Both($"{QuizSite.Canary} why {id}"));

    private static Bilingual Both(string html) => new($"zh {html}", $"en {html}");
}
