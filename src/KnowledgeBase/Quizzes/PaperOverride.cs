using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Quizzes;

/// <summary>What one person may do differently with a paper; null: as everybody.</summary>
internal sealed class PaperOverride
{
    public required string PaperKey { get; init; }
    public required Guid LearnerId { get; init; }
    public double? Multiplier { get; set; }
    public int? MostAttempts { get; set; }
    public DateTimeOffset? OpensAt { get; set; }
    public DateTimeOffset? ClosesAt { get; set; }
}

internal sealed class PaperOverrideMapping : IEntityTypeConfiguration<PaperOverride>
{
    public void Configure(EntityTypeBuilder<PaperOverride> builder)
    {
        builder.ToTable("PaperOverrides").HasKey(one => new { one.PaperKey, one.LearnerId });
        builder.Property(one => one.PaperKey).HasMaxLength(100);
        builder.HasOne<Paper>().WithMany().HasForeignKey(one => one.PaperKey).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.LearnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
