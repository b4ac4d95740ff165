using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Quizzes;

/// <summary>The <c>rules:</c> of a paper in <c>papers.yml</c>. When it opens is no matter of the book: that is said where the exam is organised.</summary>
internal static class PaperRulesReader
{
    public const int MostAttempts = 100;

    /// <summary>A month.</summary>
    public const int MostWait = 43_200;

    public static PaperRules Read(Fields fields)
    {
        if (fields.Inner("rules") is not { } rules)
            return PaperRules.None;
        var read = new PaperRules
        {
            PassMark = rules.Has("passMark") ? rules.Whole("passMark", 1, 100) : null,
            MostAttempts = rules.Has("attempts") ? rules.Whole("attempts", 1, MostAttempts) : null,
            WaitMinutes = rules.Has("wait") ? rules.Whole("wait", 1, MostWait) : 0,
            Counted = Word<CountedScore>(rules, "counted"),
            Review = Word<ReviewExtent>(rules, "review"),
            Confidence = Word<ConfidenceUse>(rules, "confidence"),
            AllOrNothing = rules.Has("allOrNothing") && rules.Flag("allOrNothing"),
            ExamOnly = rules.Has("examOnly") && rules.Flag("examOnly"),
            Multiplier = Multiplier(rules),
        };
        rules.End();
        return read;
    }

    private static double? Multiplier(Fields rules)
    {
        if (rules.TextOrNull("multiplier", 10) is not { } text)
            return null;
        if (TimeLimit.Read(text) is { } factor)
            return factor;
        rules.Problem($"multiplier: '{text}' is unknown; there are {string.Join(", ", TimeLimit.Multipliers.Select(TimeLimit.Written))}.", "multiplier");
        return null;
    }

    /// <summary>The names of the enumeration, in small letters.</summary>
    private static T Word<T>(Fields rules, string key)
        where T : struct, Enum
    {
        if (rules.TextOrNull(key, 20) is not { } text)
            return default;
        var names = Array.ConvertAll(Enum.GetNames<T>(), name => name.ToLowerInvariant());
        if (Array.IndexOf(names, text) is >= 0 and var index)
            return Enum.GetValues<T>()[index];
        rules.Problem($"{key}: '{text}' is unknown; there are {string.Join(", ", names)}.", key);
        return default;
    }
}
