using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Questions;

/// <summary>Questions as the importer would take them, and answers as their forms admit them.</summary>
internal static class GradedCases
{
    private static readonly Bilingual Nothing = new("", "");

    public static double Mark(GradedCase one) => Grading.Mark(one.Kind, one.Body, one.Shown, one.Choices);

    public static QuestionBody Body(IEnumerable<(char Id, bool Correct)> options) => new()
    {
        Stem = Nothing,
        Explanation = Nothing,
        Options = [.. options.Select(option => new Option(option.Id.ToString(), option.Correct, Nothing, Nothing))],
    };

    /// <summary>Items and pairs i0, i1, …; a number of 1 % tolerance.</summary>
    public static QuestionBody Body(QuestionKind kind, int count, double offset) => new()
    {
        Stem = Nothing,
        Explanation = Nothing,
        Items = kind == QuestionKind.Order ? [.. Enumerable.Range(0, count).Select(i => new Item($"i{i}", Nothing, Nothing))] : [],
        Pairs = kind == QuestionKind.Match ? [.. Enumerable.Range(0, count).Select(i => new Pair($"i{i}", Nothing, new($"{i}", $"{i}"), Nothing))] : [],
        Number = kind == QuestionKind.Numeric ? new(count + offset, 1, Percent: true, null, []) : null,
    };

    /// <summary>The same things said of the same question, shown otherwise.</summary>
    public static GradedCase Shuffled(GradedCase one, Random random)
    {
        if (one.Kind is not (QuestionKind.Order or QuestionKind.Match))
            return one;
        var half = one.Kind == QuestionKind.Match ? one.Shown.Length / 2 : 0;
        var (lefts, tokens) = (one.Shown[..half], one.Shown[half..]);
        var shuffled = tokens.ToArray();
        random.Shuffle(shuffled);
        string Again(string token) => token.Length == 0 ? "" : Letters.Token(Array.IndexOf(shuffled, tokens[Letters.Index(token)]));
        var places = Enumerable.Range(0, one.Choices.Length).ToArray();
        if (one.Kind == QuestionKind.Match)
            random.Shuffle(places);
        return one with
        {
            Shown = one.Kind == QuestionKind.Match && one.Choices.Length > 0 ? [.. places.Select(i => lefts[i]), .. shuffled] : [.. lefts, .. shuffled],
            Choices = [.. places.Select(i => Again(one.Choices[i]))],
        };
    }

    /// <summary>Any question that the importer would take, and any choices that its form admits.</summary>
    public static Gen<GradedCase> Any() =>
        from kind in Gen.Elements(Grading.Kinds)
        from one in kind switch
        {
            QuestionKind.Numeric => Numbers(),
            QuestionKind.Order or QuestionKind.Match => Lettered(kind),
            _ => Ticked(kind),
        }
        select one;

    private static Gen<GradedCase> Ticked(QuestionKind kind) =>
        from count in kind == QuestionKind.Boolean ? Gen.Constant(2) : Gen.Choose(3, 6)
        from right in kind == QuestionKind.Multiple ? Gen.Choose(2, count - 1) : Gen.Constant(1)
        from order in Gen.Shuffle(Enumerable.Range(0, count))
        from chosen in Gen.SubListOf(Enumerable.Range(0, count))
        let ids = Enumerable.Range(0, count).Select(i => (Id: (char)('a' + i), Correct: order[i] < right))
        let choices = chosen.Select(i => ((char)('a' + i)).ToString()).ToArray()
        select new GradedCase(kind, Body(ids), [], kind == QuestionKind.Multiple ? choices : [.. choices.Take(1)]);

    private static Gen<GradedCase> Lettered(QuestionKind kind) =>
        from count in Gen.Choose(3, 8)
        from shown in Gen.Shuffle(Enumerable.Range(0, count))
        from rights in Gen.Shuffle(Enumerable.Range(0, count))
        from chosen in Gen.Shuffle(Enumerable.Range(0, count))
        from blanks in Gen.SubListOf(Enumerable.Range(0, count))
        from isBlank in Gen.Elements(true, false, false)
        let choices = chosen.Select((token, place) => isBlank && blanks.Contains(place) ? "" : Letters.Token(token)).ToArray()
        select new GradedCase(
            kind, Body(kind, count, 0), [.. shown.Select(i => $"i{i}"), .. (kind == QuestionKind.Match ? rights : []).Select(i => $"i{i}")], choices);

    private static Gen<GradedCase> Numbers() =>
        from whole in Gen.Choose(-2000, 2000)
        from part in Gen.Choose(0, 999)
        from typed in Gen.Choose(-2000, 2000)
        select new GradedCase(QuestionKind.Numeric, Body(QuestionKind.Numeric, whole, part / 1000.0), [], [typed.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
}

internal sealed record GradedCase(QuestionKind Kind, QuestionBody Body, string[] Shown, string[] Choices);
