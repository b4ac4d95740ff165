using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>Which questions a blueprint and a seed give, and in which order. Pure.</summary>
internal static class Draw
{
    /// <summary>What the blueprint may draw from; <paramref name="all"/> comes in a fixed order.</summary>
    public static IEnumerable<Candidate> Pool(Blueprint blueprint, IEnumerable<Candidate> all) =>
        blueprint.Questions.Length > 0 ? Listed(blueprint, all) : all.Where(one => blueprint.DrawnParts().Any(part => part.Fits(one)));

    public static Candidate[] Questions(Blueprint blueprint, IReadOnlyList<Candidate> all, SplitMix64 random) => blueprint.Questions.Length > 0
        ? [.. Listed(blueprint, all)]
        : random.Shuffle(PartDraw.Of([.. blueprint.DrawnParts()], all, random).SelectMany(drawn => drawn));

    /// <summary>True and false keep their places, by id and not by the author's order, which might put the right one first.</summary>
    public static string[] Options(QuestionVersion question, SplitMix64 random)
    {
        var body = question.Body;
        string[] ids = [.. body.Options.Select(option => option.Id).Concat(body.Items.Select(item => item.Id)).Concat(body.Pairs.Select(pair => pair.Id)).OrderDescending(StringComparer.Ordinal)];
        return question.Kind switch
        {
            QuestionKind.Boolean => ids,
            // Left sides, then right ones: each side on its own, or their places would tell which belong together.
            QuestionKind.Match => [.. random.Shuffle(ids), .. random.Shuffle(ids)],
            _ => random.Shuffle(ids),
        };
    }

    // A fixed list keeps its order and leaves out what is gone.
    private static IEnumerable<Candidate> Listed(Blueprint blueprint, IEnumerable<Candidate> all)
    {
        var byKey = all.ToDictionary(one => one.Key, StringComparer.Ordinal);
        return blueprint.Questions.Where(byKey.ContainsKey).Select(key => byKey[key]);
    }
}
