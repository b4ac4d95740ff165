using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Quizzes;

/// <summary>Something one can sit: one per section, one per chapter, and those of <c>papers.yml</c>.</summary>
internal sealed class Paper
{
    /// <summary>The section's or chapter's slug, or the id in <c>papers.yml</c>, prefixed by its scope: <c>section-optimizers</c>.</summary>
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

    /// <summary>Time limit of an exam; null: the drawn questions' own seconds, rounded up to a minute.</summary>
    public int? Minutes { get; init; }
}

/// <summary>So many questions from these sections, difficulties and tags; empty means all.</summary>
internal sealed record BlueprintPart(string[] Sections, int[] Difficulties, string[] Tags, int Count);

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
