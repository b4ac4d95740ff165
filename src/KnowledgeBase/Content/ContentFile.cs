using KnowledgeBase.Content.Rendering;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Content;

/// <summary>What a piece of content looked like when it was last imported; a piece whose hash is the same costs nothing.</summary>
internal sealed class ContentFile
{
    /// <summary>The folder or file relative to the content folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 over the bytes and the renderer's version, in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The headings of a section, which others may link to.</summary>
    public string[] Anchors { get; set; } = [];

    /// <summary>Where a section links to, so that a change elsewhere cannot break a link of a section that is not read again.</summary>
    public ProseLink[] Links { get; set; } = [];
}

internal sealed class ContentFileMapping : IEntityTypeConfiguration<ContentFile>
{
    public void Configure(EntityTypeBuilder<ContentFile> builder)
    {
        builder.ToTable("ContentFiles").HasKey(file => file.Path);
        builder.Property(file => file.Path).HasMaxLength(300);
        builder.Property(file => file.Hash).HasMaxLength(64);
        builder.Property(file => file.Anchors).HasJson();
        builder.Property(file => file.Links).HasJson();
    }
}
