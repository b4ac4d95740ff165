using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Questions;

/// <summary>A question through all its versions; attempts point at versions, statistics at this.</summary>
internal sealed class Question
{
    public int Id { get; init; }

    /// <summary><c>section/id</c>; changes only when its section is renamed, and is never reused.</summary>
    public required string Key { get; set; }
    public required string Section { get; set; }

    /// <summary>No longer drawn; old attempts still show it.</summary>
    public bool Retired { get; set; }

    /// <summary>The id of the version that new attempts get.</summary>
    public int CurrentVersion { get; set; }
}

/// <summary>A question as it was worded at one time. Never changes once stored.</summary>
internal sealed class QuestionVersion
{
    public int Id { get; init; }
    public required int QuestionId { get; init; }

    /// <summary>1, 2, 3, … per question.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the question's source, in hexadecimal.</summary>
    public required string Hash { get; init; }
    public required QuestionKind Kind { get; init; }

    /// <summary>1 recall, 2 understand, 3 apply, 4 analyse, 5 trade-offs.</summary>
    public required int Difficulty { get; init; }

    /// <summary>Time a prepared person needs.</summary>
    public required int Seconds { get; init; }

    /// <summary>The heading of its section's article that answers it.</summary>
    public required string Anchor { get; init; }
    public required string[] Tags { get; init; }
    public required QuestionBody Body { get; init; }
}

public enum QuestionKind
{
    Single,
    Multiple,
    Boolean,
    Numeric,
    Order,
    Match,
    Open,
}

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.Property(question => question.Key).HasMaxLength(160);
        builder.HasIndex(question => question.Key).IsUnique();
        builder.Property(question => question.Section).HasMaxLength(80);
        builder.HasIndex(question => question.Section);
        builder.HasOne<Section>().WithMany().HasForeignKey(question => question.Section);
    }
}

internal sealed class QuestionVersionMapping : IEntityTypeConfiguration<QuestionVersion>
{
    public void Configure(EntityTypeBuilder<QuestionVersion> builder)
    {
        builder.ToTable("QuestionVersions");
        builder.HasOne<Question>().WithMany().HasForeignKey(version => version.QuestionId);
        builder.HasIndex(version => new { version.QuestionId, version.Number }).IsUnique();
        builder.Property(version => version.Hash).HasMaxLength(64);
        builder.Property(version => version.Anchor).HasMaxLength(80);
        builder.Property(version => version.Tags).HasJson();
        builder.Property(version => version.Body).HasJson();
    }
}
