using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content;

/// <summary>The content folder beside what is stored of it: what has to be done.</summary>
internal sealed class ImportPlan
{
    /// <summary>The row that stands for the files above the chapters.</summary>
    private const string Top = BookFile.Name;
    private static readonly string[] TopFiles = [BookFile.Name, "papers.yml"];

    private readonly Dictionary<string, ContentFile> _stored;
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private ImportPlan(BookDraft draft, List<ContentFile> stored)
    {
        Draft = draft;
        _stored = stored.ToDictionary(file => file.Path, StringComparer.Ordinal);
    }

    public BookDraft Draft { get; }

    /// <summary>Sections to read anew.</summary>
    public List<(SectionEntry Entry, SectionFolder Folder)> Changed { get; } = [];

    /// <summary>What was stored when the plan was made; if it is no longer that, the plan is void.</summary>
    public IReadOnlyDictionary<string, ContentFile> Stored => _stored;

    /// <summary>What will be stored: a hash for each piece.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    public bool IsNothing => Changed.Count == 0 && _hashes.Count == _stored.Count && _stored.GetValueOrDefault(Top)?.Hash == _hashes.GetValueOrDefault(Top);

    public static ImportPlan Make(ContentFolder folder, List<ContentFile> stored, Problems problems)
    {
        var book = folder.Read(BookFile.Name, problems) is { } file ? BookFile.Read(file, problems) : new(new("", ""), []);
        var plan = new ImportPlan(new(book, folder, problems), stored);
        plan._hashes[Top] = TopHash(folder, problems);
        var sections = book.Sections.ToList();
        // A section that stands in another chapter, or is new, has a new address: whoever links to it is written anew.
        var moved = sections.Where(section => !plan._stored.ContainsKey(section.Path)).Select(section => section.Slug).ToHashSet(StringComparer.Ordinal);
        // A name that is no slug was reported, and must not lead out of the folder.
        foreach (var entry in sections.Where(section => Slugs.IsSlug(section.Slug) && Slugs.IsSlug(section.Chapter)))
            plan.Compare(entry, moved, problems);
        WarnOfUnlisted(folder, book, problems);
        return plan;
    }

    private void Compare(SectionEntry entry, HashSet<string> moved, Problems problems)
    {
        if (Draft.Folder.Section(entry.Path, problems) is not { } section)
        {
            problems.Add(Draft.Folder.Display(Top), entry.Line, $"There is no folder {entry.Path}.");
            return;
        }
        var hash = _hashes[entry.Path] = section.Hash(RendererVersion.Text);
        var isSame = _stored.TryGetValue(entry.Path, out var stored) && stored.Hash == hash
            && !stored.Links.Any(link => moved.Contains(link.Section));
        if (!isSame)
            Changed.Add((entry, section));
    }

    private static string TopHash(ContentFolder folder, Problems problems)
    {
        var text = new StringBuilder(RendererVersion.Text);
        foreach (var name in TopFiles.Where(folder.Has))
            text.Append('\n').Append(name).Append('\n').Append(folder.Read(name, problems)?.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void WarnOfUnlisted(ContentFolder folder, BookFile book, Problems problems)
    {
        var listed = book.Sections.Select(section => section.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var chapter in folder.Folders(""))
        {
            foreach (var path in folder.Folders(chapter).Select(section => $"{chapter}/{section}").Where(path => !listed.Contains(path)))
                problems.Warn(folder.Display(path), 1, $"{BookFile.Name} does not list this section, so nobody will see it.");
        }
    }
}
