using KnowledgeBase.Content;
using KnowledgeBase.Content.Sources;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>A paper of <c>papers.yml</c> and where it stands there.</summary>
internal sealed record PaperEntry(Fields Fields, string Id, Bilingual Title, Bilingual Summary, Blueprint Blueprint, PaperRules Rules);

/// <summary>Papers that the book's authors put together, beside those that every section and chapter has.</summary>
internal static class PaperFile
{
    public const string Name = "papers.yml";
    public const int MaximumCount = 100;
    public const int MaximumParts = 20;

    private static readonly string[] Sources = ["draw", "parts", "questions"];

    // Attempts that no stored paper describes go by these.
    private static readonly string[] Reserved = [StartForm.OwnPaper, .. PickedQuestions.PaperKeys];

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
        if (id.StartsWith("section-", StringComparison.Ordinal) || id.StartsWith("chapter-", StringComparison.Ordinal) || id.StartsWith(Paper.AuthoredPrefix, StringComparison.Ordinal))
            fields.Problem("An id must not begin with 'section-', 'chapter-' or 'p-': the site's own papers do.", "id");
        else if (Reserved.Contains(id, StringComparer.Ordinal))
            fields.Problem($"The id '{id}' belongs to the site.", "id");
        var (title, summary) = (fields.Both("title", 60).Plain, fields.Both("summary", 300).Plain);
        int? minutes = fields.Has("minutes") ? fields.Whole("minutes", 1, 600) : null;
        if (Sources.Count(fields.Has) != 1)
            fields.Problem("A paper has one of 'draw', 'parts' and 'questions'.");
        var blueprint = Blueprint(fields, book) with { Minutes = minutes };
        var rules = PaperRulesReader.Read(fields);
        fields.End();
        return new(fields, id, title, summary, blueprint, rules);
    }

    private static Blueprint Blueprint(Fields fields, BookDraft book)
    {
        if (fields.Inner("draw") is { } draw)
        {
            var part = Part(draw, book);
            return new() { Sections = part.Sections, Difficulties = part.Difficulties, Tags = part.Tags, Count = part.Count };
        }
        if (fields.Has("parts"))
        {
            BlueprintPart[] parts = [.. fields.Maps("parts", 1, MaximumParts).Select(one => Part(one, book))];
            var count = parts.Sum(part => part.Count);
            if (count > MaximumCount)
                fields.Problem($"parts: {count} questions, at most {MaximumCount} are allowed.", "parts");
            return new() { Parts = parts, Count = count };
        }
        var questions = fields.Has("questions") ? fields.Words("questions", 1, MaximumCount, 160) : [];
        return new() { Questions = questions, Count = questions.Length };
    }

    private static BlueprintPart Part(Fields draw, BookDraft book)
    {
        var sections = draw.Words("sections", 0, 1000, Slugs.MaximumLength);
        foreach (var unknown in sections.Except(book.Book.Sections.Select(section => section.Slug), StringComparer.Ordinal))
            draw.Problem($"sections: '{unknown}' is not in the book.", "sections");
        var chapters = draw.Words("chapters", 0, 1000, Slugs.MaximumLength);
        foreach (var unknown in chapters.Except(book.Book.Chapters.Select(chapter => chapter.Slug), StringComparer.Ordinal))
            draw.Problem($"chapters: '{unknown}' is not in the book.", "chapters");
        var difficulties = draw.Words("difficulties", 0, 5, 1).Select(text => text is ['1' or '2' or '3' or '4' or '5'] ? text[0] - '0' : 0).ToArray();
        if (difficulties.Contains(0))
            draw.Problem("difficulties: whole numbers from 1 to 5.", "difficulties");
        var tags = draw.Words("tags", 0, QuestionFile.Tags.Length, 20);
        foreach (var unknown in tags.Except(QuestionFile.Tags, StringComparer.Ordinal))
            draw.Problem($"tags: '{unknown}' is unknown; there are {string.Join(", ", QuestionFile.Tags)}.", "tags");
        var ofChapters = book.Book.Chapters.Where(chapter => chapters.Contains(chapter.Slug, StringComparer.Ordinal)).SelectMany(chapter => chapter.Sections, (_, section) => section.Slug);
        var part = new BlueprintPart(
            [.. sections.Union(ofChapters, StringComparer.Ordinal)], [.. difficulties.Where(difficulty => difficulty > 0)], [.. tags.Intersect(QuestionFile.Tags, StringComparer.Ordinal)], draw.Whole("count", 1, MaximumCount));
        draw.End();
        return part;
    }
}
