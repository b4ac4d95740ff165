using KnowledgeBase.Content;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Questions;

/// <summary>A question as its author wrote it, checked and rendered.</summary>
internal sealed record QuestionDraft(
    string Id, string Hash, QuestionKind Kind, int Difficulty, int Seconds, string Anchor, string[] Tags, QuestionBody Body);

/// <summary><c>questions.yml</c> of one section.</summary>
internal static class QuestionFile
{
    public const string Name = "questions.yml";
    public static readonly string[] Tags = ["mistake", "applied"];
    private const int MaximumQuestions = 100;

    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["single"] = QuestionKind.Single,
        ["multiple"] = QuestionKind.Multiple,
        ["boolean"] = QuestionKind.Boolean,
        ["numeric"] = QuestionKind.Numeric,
        ["order"] = QuestionKind.Order,
        ["match"] = QuestionKind.Match,
        ["open"] = QuestionKind.Open,
    };

    public static List<QuestionDraft> Read(SectionDraft section)
    {
        if (section.Folder.Read(Name, section.Problems) is not { } file)
            return [];
        var list = Fields.List(Yaml.Read(file.Path, file.Text, 1, section.Problems), file.Path, section.Problems);
        if (list.Count > MaximumQuestions)
            section.Problems.Add(file.Path, 1, $"A section has at most {MaximumQuestions} questions.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. list.Take(MaximumQuestions).Select(fields => Read(fields, section, ids))];
    }

    private static QuestionDraft Read(Fields fields, SectionDraft section, HashSet<string> ids)
    {
        var id = fields.Slug("id");
        if (id.Length > 0 && !ids.Add(id))
            fields.Problem($"The id '{id}' is used twice.", "id");
        var kind = Kind(fields);
        var anchor = fields.Slug("anchor");
        if (anchor.Length > 0 && section.Anchors?.Contains(anchor, StringComparer.Ordinal) == false)
            fields.Problem($"anchor: the article has no heading {{#{anchor}}}.", "anchor");
        var tags = fields.Words("tags", 0, Tags.Length, 20);
        foreach (var tag in tags.Except(Tags, StringComparer.Ordinal))
            fields.Problem($"tags: '{tag}' is unknown; there are {string.Join(", ", Tags)}.", "tags");

        var (difficulty, seconds, body) = (fields.Whole("difficulty", 1, 5), fields.Whole("seconds", 10, 3600), new QuestionBodyReader(fields, section).Read(kind));
        if (kind is { } known && AnswerProof.Of(known, body) is { } judge && fields.TextAtOrNull("proof", 4000) is { } program)
            section.Proofs.Add(new(program, judge));
        else if (kind == QuestionKind.Numeric && !fields.Has("proof"))
            fields.Problem("'proof' is missing: a few lines of Python that print the number.");
        // Which keys belong here depends on the kind.
        if (kind is not null)
            fields.End();
        return new(id, QuestionHash.Of(fields), kind ?? QuestionKind.Single, difficulty, seconds, anchor, tags, body);
    }

    private static QuestionKind? Kind(Fields fields)
    {
        var text = fields.Text("kind", 20);
        if (Kinds.TryGetValue(text, out var kind))
            return kind;
        if (text.Length > 0)
            fields.Problem($"kind: '{text}' is unknown; there are {string.Join(", ", Kinds.Keys)}.", "kind");
        return null;
    }
}
