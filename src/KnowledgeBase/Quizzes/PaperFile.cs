using KnowledgeBase.Content;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Quizzes;

/// <summary>A paper of <c>papers.yml</c> and where it stands there.</summary>
internal sealed record PaperEntry(Fields Fields, string Id, Bilingual Title, Bilingual Summary, Blueprint Blueprint);

/// <summary>Papers that the book's authors put together, beside those that every section and chapter has.</summary>
internal static class PaperFile
{
    public const string Name = "papers.yml";
    private const int MaximumCount = 100;

    public static List<PaperEntry> Read(BookDraft book)
    {
        if (!book.Folder.Has(Name) || book.Folder.Read(Name, book.Problems) is not { } file)
            return [];
        var entries = Fields.List(Yaml.Read(file.Path, file.Text, 1, book.Problems), file.Path, book.Problems).ConvertAll(fields => Read(fields, book));
        foreach (var twice in entries.GroupBy(entry => entry.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            twice.Last().Fields.Problem($"The id '{twice.Key}' is used twice.", "id");
        return entries;
    }

    private static PaperEntry Read(Fields fields, BookDraft book)
    {
        var id = fields.Slug("id");
        if (id.StartsWith("section-", StringComparison.Ordinal) || id.StartsWith("chapter-", StringComparison.Ordinal))
            fields.Problem("An id must not begin with 'section-' or 'chapter-': the site's own papers do.", "id");
        var (title, summary) = (fields.Both("title", 60).Plain, fields.Both("summary", 300).Plain);
        int? minutes = fields.Has("minutes") ? fields.Whole("minutes", 1, 600) : null;
        if (fields.Has("draw") == fields.Has("questions"))
            fields.Problem("A paper has either 'draw' or 'questions'.");
        var blueprint = (fields.Inner("draw") is { } draw ? Drawn(draw, book) : fields.Has("questions") ? Listed(fields) : new() { Count = 0 }) with { Minutes = minutes };
        fields.End();
        return new(fields, id, title, summary, blueprint);
    }

    private static Blueprint Drawn(Fields draw, BookDraft book)
    {
        var sections = draw.Words("sections", 0, 1000, Slugs.MaximumLength);
        foreach (var unknown in sections.Except(book.Book.Sections.Select(section => section.Slug), StringComparer.Ordinal))
            draw.Problem($"sections: '{unknown}' is not in the book.", "sections");
        var difficulties = draw.Words("difficulties", 0, 5, 1).Select(text => text is ['1' or '2' or '3' or '4' or '5'] ? text[0] - '0' : 0).ToArray();
        if (difficulties.Contains(0))
            draw.Problem("difficulties: whole numbers from 1 to 5.", "difficulties");
        var blueprint = new Blueprint { Sections = sections, Difficulties = difficulties, Count = draw.Whole("count", 1, MaximumCount) };
        draw.End();
        return blueprint;
    }

    private static Blueprint Listed(Fields fields)
    {
        var questions = fields.Words("questions", 1, MaximumCount, 160);
        return new() { Questions = questions, Count = questions.Length };
    }
}
