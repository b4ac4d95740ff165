using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Content;

/// <summary>A chapter of the book, as <c>book.yml</c> orders it.</summary>
internal sealed class Chapter
{
    public required string Slug { get; init; }
    public required int Position { get; set; }
    public required Bilingual Title { get; set; }
    public required Bilingual Summary { get; set; }

    /// <summary>No longer in the book; kept because people's history speaks of it.</summary>
    public bool Retired { get; set; }
}

internal sealed class ChapterMapping : IEntityTypeConfiguration<Chapter>
{
    public void Configure(EntityTypeBuilder<Chapter> builder)
    {
        builder.ToTable("Chapters").HasKey(chapter => chapter.Slug);
        builder.Property(chapter => chapter.Slug).HasMaxLength(80);
        builder.Property(chapter => chapter.Title).HasJson();
        builder.Property(chapter => chapter.Summary).HasJson();
    }
}
