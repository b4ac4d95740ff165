using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Quizzes;

/// <summary>Something one can sit: one per section, one per chapter, and those of <c>papers.yml</c>.</summary>
internal sealed class Paper
{
    /// <summary>Begins the keys of papers that authors make in the site.</summary>
    public const string AuthoredPrefix = "p-";

    /// <summary>The section's or chapter's slug, prefixed by its scope (<c>section-optimizers</c>); the id in <c>papers.yml</c>; or what its author chose, prefixed.</summary>
    public required string Key { get; init; }
    public required PaperScope Scope { get; set; }
    public required int Position { get; set; }
    public required Bilingual Title { get; set; }
    public required Bilingual Summary { get; set; }
    public required Blueprint Blueprint { get; set; }

    /// <summary>How it may be sat.</summary>
    public PaperRules Rules { get; set; } = PaperRules.None;

    /// <summary>Made in the site and not from <c>papers.yml</c>: an import leaves it alone.</summary>
    public bool Authored { get; init; }

    /// <summary>No longer offered; kept because people's history speaks of it.</summary>
    public bool Retired { get; set; }
}

public enum PaperScope
{
    Mixed,
    Chapter,
    Section,

    /// <summary>A learner's own choice; it lives in the attempt alone.</summary>
    Own,
}

/// <summary>What a paper draws from and how long it takes.</summary>
internal sealed record Blueprint
{
    /// <summary>Empty: the whole book.</summary>
    public string[] Sections { get; init; } = [];

    /// <summary>Empty: all of 1 to 5.</summary>
    public int[] Difficulties { get; init; } = [];

    /// <summary>A fixed list of question keys; then nothing is drawn.</summary>
    public string[] Questions { get; init; } = [];

    /// <summary>Empty: any; otherwise only questions with one of these tags.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>How many are drawn; fewer if there are fewer. With <see cref="Parts"/> their sum.</summary>
    public required int Count { get; init; }

    /// <summary>Not empty: each is drawn from what it names, one after the other and nothing twice; the fields above then mean nothing.</summary>
    public BlueprintPart[] Parts { get; init; } = [];

    /// <summary>What is drawn, part by part: a blueprint without parts is one part.</summary>
    public IEnumerable<BlueprintPart> DrawnParts() => Parts.Length > 0 ? Parts : [new(Sections, Difficulties, Tags, Count)];

    /// <summary>Time limit of an exam; null: the drawn questions' own seconds, rounded up to a minute.</summary>
    public int? Minutes { get; init; }

    /// <summary>The same after a section got another slug.</summary>
    public Blueprint Renamed(string from, string to)
    {
        return this with
        {
            Sections = Array.ConvertAll(Sections, Slug),
            Questions = Array.ConvertAll(Questions, key => key.StartsWith(from + "/", StringComparison.Ordinal) ? to + key[from.Length..] : key),
            Parts = Array.ConvertAll(Parts, part => part with { Sections = Array.ConvertAll(part.Sections, Slug) }),
        };

        string Slug(string slug) => slug == from ? to : slug;
    }
}

/// <summary>So many questions from these sections, difficulties and tags; empty means all.</summary>
internal sealed record BlueprintPart(string[] Sections, int[] Difficulties, string[] Tags, int Count)
{
    public bool Fits(Candidate one) =>
        (Sections.Length == 0 || Sections.Contains(one.Section, StringComparer.Ordinal))
        && (Difficulties.Length == 0 || Difficulties.Contains(one.Difficulty))
        && (Tags.Length == 0 || Tags.Intersect(one.Tags, StringComparer.Ordinal).Any());
}

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("Papers").HasKey(paper => paper.Key);
        builder.Property(paper => paper.Key).HasMaxLength(100);
        builder.Property(paper => paper.Title).HasJson();
        builder.Property(paper => paper.Summary).HasJson();
        builder.Property(paper => paper.Blueprint).HasJson();
        builder.Property(paper => paper.Rules).HasJson().HasDefaultValueSql("'{}'");
    }
}
