using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>
/// Draws a paper part by part and nothing twice. The scarcest part chooses first, so that a part with plenty does not take what another
/// needs; where pools still overlap so that one comes up short, others change one question for another of theirs until as many are drawn as can be.
/// </summary>
internal sealed class PartDraw
{
    private readonly BlueprintPart[] _parts;
    private readonly Candidate[][] _pools;
    private readonly List<Candidate>[] _drawn;
    private readonly Dictionary<int, int> _owners = [];
    private readonly Dictionary<string, int> _sections = new(StringComparer.Ordinal);

    private PartDraw(BlueprintPart[] parts, IReadOnlyList<Candidate> all, SplitMix64 random)
    {
        _parts = parts;
        _pools = Array.ConvertAll(parts, part => random.Shuffle(all.Where(part.Fits)));
        _drawn = Array.ConvertAll(parts, _ => new List<Candidate>());
    }

    /// <summary>What each part gets, in the order of the parts; less than its count only where no choice of the others' would help.</summary>
    public static IReadOnlyList<IReadOnlyList<Candidate>> Of(BlueprintPart[] parts, IReadOnlyList<Candidate> all, SplitMix64 random)
    {
        var draw = new PartDraw(parts, all, random);
        foreach (var part in Enumerable.Range(0, parts.Length).OrderBy(part => draw._pools[part].Length - parts[part].Count))
            draw.Choose(part);
        for (var part = 0; part < parts.Length; part++)
        {
            while (draw._drawn[part].Count < parts[part].Count && draw.Claim(part, []))
            {
            }
        }
        return draw._drawn;
    }

    // Each pick is from the section asked least so far in the whole paper, and of those the difficulty asked least in this part.
    private void Choose(int part)
    {
        var left = _pools[part].Where(one => !_owners.ContainsKey(one.QuestionId)).ToList();
        var difficulties = new Dictionary<int, int>();
        while (_drawn[part].Count < _parts[part].Count && left.Count > 0)
        {
            var next = left.MinBy(one => (_sections.GetValueOrDefault(one.Section), difficulties.GetValueOrDefault(one.Difficulty)))!;
            left.Remove(next);
            Take(part, next);
            _sections[next.Section] = _sections.GetValueOrDefault(next.Section) + 1;
            difficulties[next.Difficulty] = difficulties.GetValueOrDefault(next.Difficulty) + 1;
        }
    }

    // Kuhn's augmenting path: a question that another part holds is free if that part can have a different one. Nobody ends with fewer.
    private bool Claim(int part, HashSet<int> asked)
    {
        foreach (var one in _pools[part].Where(one => _owners.GetValueOrDefault(one.QuestionId, -1) != part))
        {
            if (!asked.Add(one.QuestionId))
                continue;
            if (_owners.TryGetValue(one.QuestionId, out var owner))
            {
                if (!Claim(owner, asked))
                    continue;
                _drawn[owner].Remove(one);
            }
            Take(part, one);
            return true;
        }
        return false;
    }

    private void Take(int part, Candidate one)
    {
        _owners[one.QuestionId] = part;
        _drawn[part].Add(one);
    }
}
