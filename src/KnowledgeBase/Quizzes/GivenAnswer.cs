using KnowledgeBase.Storage;

namespace KnowledgeBase.Quizzes;

/// <summary>An answer as grading sees it.</summary>
/// <param name="Seconds">From the save before it to its own last one; null: nothing was saved.</param>
internal sealed record GivenAnswer(string[] Choices, int Confidence, int? Seconds)
{
    private const string Saved = """SELECT "Position", "Choices", "Confidence", "SavedAt" FROM "Answers" WHERE "AttemptId" = @p0 ORDER BY "SavedAt", "Position" """;

    public static readonly GivenAnswer Nothing = new([], 0, null);

    public bool IsAny => Choices.Length > 0;

    /// <summary>All of an attempt, by position.</summary>
    public static Dictionary<int, GivenAnswer> Of(Writer writer, AttemptSheet sheet)
    {
        var answers = new Dictionary<int, GivenAnswer>();
        var before = sheet.StartedAt.ToUnixTimeMilliseconds();
        using var row = writer.Query(Saved, sheet.Id);
        while (row.Read())
        {
            var (position, at) = (row.GetInt32(0), row.GetInt64(3));
            answers[position] = new(sheet.Read(position, row.GetString(1)), row.GetInt32(2), (int)Math.Clamp((at - before) / 1000, 0, int.MaxValue));
            before = at;
        }
        return answers;
    }
}
