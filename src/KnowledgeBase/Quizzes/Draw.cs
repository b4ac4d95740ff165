using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>Which questions a blueprint and a seed give, and in which order. Pure.</summary>
internal static class Draw
{
    /// <summary>What the blueprint may draw from; <paramref name="all"/> comes in a fixed order.</summary>
    public static IEnumerable<Candidate> Pool(Blueprint blueprint, IEnumerable<Candidate> all) => all.Where(one =>
        (blueprint.Sections.Length == 0 || blueprint.Sections.Contains(one.Section, StringComparer.Ordinal))
        && (blueprint.Difficulties.Length == 0 || blueprint.Difficulties.Contains(one.Difficulty)));

    public static Candidate[] Questions(Blueprint blueprint, IReadOnlyList<Candidate> all, SplitMix64 random)
    {
        if (blueprint.Questions.Length > 0)
        {
            var byKey = all.ToDictionary(one => one.Key, StringComparer.Ordinal);
            return [.. blueprint.Questions.Where(byKey.ContainsKey).Select(key => byKey[key])];
        }

        return random.Shuffle(Balanced(random.Shuffle(Pool(blueprint, all)), blueprint.Count));
    }

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

    // Each pick is from the section asked least so far, and of those the difficulty asked least.
    private static List<Candidate> Balanced(Candidate[] shuffled, int count)
    {
        var left = shuffled.ToList();
        var picked = new List<Candidate>();
        var sections = new Dictionary<string, int>(StringComparer.Ordinal);
        var difficulties = new Dictionary<int, int>();
        while (picked.Count < count && left.Count > 0)
        {
            var next = left.MinBy(one => (sections.GetValueOrDefault(one.Section), difficulties.GetValueOrDefault(one.Difficulty)))!;
            left.Remove(next);
            picked.Add(next);
            sections[next.Section] = sections.GetValueOrDefault(next.Section) + 1;
            difficulties[next.Difficulty] = difficulties.GetValueOrDefault(next.Difficulty) + 1;
        }
        return picked;
    }
}
