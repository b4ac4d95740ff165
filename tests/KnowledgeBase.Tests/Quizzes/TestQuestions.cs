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

    public const double Answer = 31415.92;
    public const double Slip = 27182.81;

    /// <summary>What earns everything when the question is shown in this order.</summary>
    public static string[] Key(QuestionKind kind, QuestionBody body, string[] shown) => kind switch
    {
        QuestionKind.Numeric => [body.Number!.Answer.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        QuestionKind.Order => [.. body.Items.Select(item => Letters.Token(Array.IndexOf(shown, item.Id)))],
        QuestionKind.Match => [.. shown.Take(shown.Length / 2).Select(left => Letters.Token(Array.LastIndexOf(shown, left) - (shown.Length / 2)))],
        _ => [.. body.Options.Where(option => option.Correct).Select(option => option.Id)],
    };

    /// <summary>Single and boolean: the first is right. Multiple: the first two of four. What would betray the key carries a canary.</summary>
    public static QuestionBody Body(QuestionKind kind, string text) => new()
    {
        Stem = Both($"<p>Stem of {text}</p>"),
        Explanation = Both($"<p>{QuizSite.Canary} explanation of {text}</p>"),
        Number = kind == QuestionKind.Numeric ? new(Answer, 1, Percent: true, new("毫秒", "ms"), [new(Slip, Both($"{QuizSite.Canary} slip"))]) : null,
        Items = kind == QuestionKind.Order ? [.. "rygb".Select(item => new Item($"{QuizSite.Canary}-{item}", Both($"Colour {item}"), Both($"{QuizSite.Canary} why {item}")))] : [],
        Pairs = kind == QuestionKind.Match ? [.. "123".Select(pair => new Pair($"{QuizSite.Canary}-{pair}", Both($"Left {pair}"), Both($"Right {pair}"), Both($"{QuizSite.Canary} why {pair}")))] : [],
        Options = kind switch
        {
            QuestionKind.Numeric or QuestionKind.Order or QuestionKind.Match => [],
            QuestionKind.Boolean => [Choice("true", true), Choice("false", false)],
            QuestionKind.Multiple => [Choice("a", true), Choice("b", true), Choice("c", false), Choice("d", false)],
            _ => [Choice("a", true), Choice("b", false), Choice("c", false)],
        },
    };

    private static Option Choice(string id, bool correct) => new(id, correct, Both($"Text of {id}"), Both($"{QuizSite.Canary} why {id}"));

    private static Bilingual Both(string html) => new($"zh {html}", $"en {html}");
}
