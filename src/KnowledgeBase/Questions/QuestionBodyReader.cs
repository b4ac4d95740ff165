using KnowledgeBase.Content;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Questions;

/// <summary>Reads what a question says, by the rules of its kind.</summary>
internal sealed class QuestionBodyReader(Fields fields, SectionDraft section)
{
    private bool _hasMath;

    public QuestionBody Read(QuestionKind? kind)
    {
        var body = new QuestionBody { Stem = Text(fields, "stem", 3000, isVisible: true), Explanation = Text(fields, "explanation", 3000) };
        body = kind switch
        {
            QuestionKind.Single => body with { Options = Options(3, 4) },
            QuestionKind.Multiple => body with { Options = Options(4, 6) },
            QuestionKind.Boolean => body with { Options = Options(2, 2) },
            QuestionKind.Numeric => body with { Number = Number() },
            QuestionKind.Order => body with { Items = Items() },
            QuestionKind.Match => body with { Pairs = Pairs() },
            QuestionKind.Open => body with { Rubric = Rubric() },
            _ => body,
        };
        CheckOptions(kind, body.Options);
        return body with { HasMath = _hasMath };
    }

    private Option[] Options(int minimum, int maximum) => Entries("options", minimum, maximum, entry =>
        new Option(entry.Slug("id"), entry.Flag("correct"), Phrase(entry, "text"), Text(entry, "why", 2000)), option => option.Id);

    private void CheckOptions(QuestionKind? kind, Option[] options)
    {
        var right = options.Count(option => option.Correct);
        if (kind is QuestionKind.Single or QuestionKind.Boolean && options.Length > 0 && right != 1)
            fields.Problem($"options: exactly one must be correct, here {right} are.", "options");
        if (kind == QuestionKind.Multiple && options.Length > 0 && (right < 2 || right == options.Length))
            fields.Problem($"options: at least two must be correct and at least one wrong, here {right} of {options.Length} are correct.", "options");
        if (kind == QuestionKind.Boolean && !options.Select(option => option.Id).Order(StringComparer.Ordinal).SequenceEqual(["false", "true"], StringComparer.Ordinal))
            fields.Problem("options: a boolean question has the two ids 'true' and 'false'.", "options");
        foreach (var text in options.GroupBy(option => option.Text).Where(group => group.Count() > 1))
            fields.Problem($"options: two say the same ('{text.Key.En}').", "options");
    }

    private Number Number()
    {
        var tolerance = fields.Text("tolerance", 20);
        var percent = tolerance.EndsWith('%');
        if (!double.TryParse(tolerance.TrimEnd('%'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var width) || width < 0 || !double.IsFinite(width))
            fields.Problem($"tolerance: '{tolerance}' must be a number such as 0.01, or a percentage such as 1%.", "tolerance");
        var number = new Number(
            fields.Real("answer"), width, percent, fields.BothOrNull("unit", 40)?.Plain,
            fields.Has("slips") ? [.. fields.Maps("slips", 1, 6).Select(Slip)] : []);
        if (percent && fields.RealOrNull("answer") == 0)
            fields.Problem("tolerance: a percentage of 0 allows nothing but 0.", "tolerance");
        foreach (var slip in number.Slips.Where(slip => number.Accepts(slip.Value)))
            fields.Problem(FormattableString.Invariant($"slips: {slip.Value} counts as right."), "slips");
        return number;
    }

    private Slip Slip(Fields entry)
    {
        var slip = new Slip(entry.Real("value"), Text(entry, "why", 2000));
        entry.End();
        return slip;
    }

    private Item[] Items() => Entries("items", 3, 8, entry =>
        new Item(entry.Slug("id"), Phrase(entry, "text"), Text(entry, "why", 2000)), item => item.Id);

    private Pair[] Pairs() => Entries("pairs", 3, 8, entry =>
        new Pair(entry.Slug("id"), Phrase(entry, "left"), Phrase(entry, "right"), Text(entry, "why", 2000)), pair => pair.Id);

    private Criterion[] Rubric() => Entries("rubric", 2, 8, entry =>
    {
        var (id, name, levels) = (entry.Slug("id"), entry.Both("criterion", 200).Plain, entry.Inner("levels"));
        if (levels is null)
            entry.Problem("'levels' is missing.");
        Bilingual Level(string key) => levels?.Both(key, 600).Plain ?? new("", "");
        var criterion = new Criterion(id, name, Level("poor"), Level("mixed"), Level("good"), Level("excellent"));
        levels?.End();
        return criterion;
    }, criterion => criterion.Id);

    private T[] Entries<T>(string key, int minimum, int maximum, Func<Fields, T> read, Func<T, string> idOf)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. fields.Maps(key, minimum, maximum).Select(entry =>
        {
            var item = read(entry);
            if (idOf(item) is { Length: > 0 } id && !ids.Add(id))
                entry.Problem($"The id '{id}' is used twice.", "id");
            entry.End();
            return item;
        })];
    }

    private Bilingual Phrase(Fields from, string key) => Set(from.Both(key, 600), isPhrase: true, isVisible: true);

    private Bilingual Text(Fields from, string key, int maximum, bool isVisible = false) => Set(from.Both(key, maximum), isPhrase: false, isVisible);

    private Bilingual Set(BothAt source, bool isPhrase, bool isVisible)
    {
        var html = section.Set(source, isPhrase);
        _hasMath |= isVisible && html.HasMath;
        return html.Html;
    }
}
