using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Content;

/// <summary>One interview question of the book: an article in two languages and its quiz questions.</summary>
internal sealed class Section
{
    /// <summary>Unique in the whole book, so that a section may move to another chapter.</summary>
    public required string Slug { get; init; }
    public required string Chapter { get; set; }
    public required int Position { get; set; }

    /// <summary>The interview question in full: the article's heading.</summary>
    public required Bilingual Title { get; set; }

    /// <summary>For menus and paper names.</summary>
    public required Bilingual Short { get; set; }

    /// <summary>Slugs it had before; their addresses redirect here and their questions are this section's.</summary>
    public string[] Formerly { get; set; } = [];

    /// <summary>How many questions a paper on it can draw; counted by the importer.</summary>
    public int Questions { get; set; }

    /// <summary>No longer in the book; kept because people's history speaks of it.</summary>
    public bool Retired { get; set; }
}

internal sealed class SectionMapping : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.ToTable("Sections").HasKey(section => section.Slug);
        builder.Property(section => section.Slug).HasMaxLength(80);
        builder.Property(section => section.Chapter).HasMaxLength(80);
        builder.Property(section => section.Title).HasJson();
        builder.Property(section => section.Short).HasJson();
        builder.Property(section => section.Formerly).HasJson();
    }
}
