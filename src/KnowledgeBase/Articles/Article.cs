using KnowledgeBase.Content;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Articles;

/// <summary>A section's text in one language, rendered at import.</summary>
internal sealed class Article
{
    public required string Section { get; init; }
    public required string Language { get; init; }
    public required string Summary { get; set; }
    public required string[] Tags { get; set; }

    /// <summary>Other words for the article's terms, by which it is to be found too.</summary>
    public required Dictionary<string, string[]> Synonyms { get; set; }
    public required DateOnly Updated { get; set; }

    /// <summary>Reading time.</summary>
    public required int Minutes { get; set; }
    public required bool HasMath { get; set; }
    public required Heading[] Contents { get; set; }

    /// <summary>Safe to place as it is: made by our renderer from the content folder.</summary>
    public required string Html { get; set; }
}

/// <summary>A heading of an article; <paramref name="Level"/> is 2 or 3.</summary>
public sealed record Heading(int Level, string Id, string Text);

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles").HasKey(article => new { article.Section, article.Language });
        builder.HasOne<Section>().WithMany().HasForeignKey(article => article.Section);
        builder.Property(article => article.Section).HasMaxLength(80);
        builder.Property(article => article.Language).HasMaxLength(2);
        builder.Property(article => article.Tags).HasJson();
        builder.Property(article => article.Synonyms).HasJson();
        builder.Property(article => article.Contents).HasJson();
    }
}
