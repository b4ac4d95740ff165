using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Content;

/// <summary>A formula that was rendered once; both languages and every later import reuse it.</summary>
internal sealed class Formula
{
    /// <summary>SHA-256 over the renderer's version, the display mode and the TeX source, in hexadecimal.</summary>
    public required string Hash { get; init; }
    public required string Html { get; init; }
}

internal sealed class FormulaMapping : IEntityTypeConfiguration<Formula>
{
    public void Configure(EntityTypeBuilder<Formula> builder)
    {
        builder.ToTable("Formulas").HasKey(formula => formula.Hash);
        builder.Property(formula => formula.Hash).HasMaxLength(64);
    }
}
