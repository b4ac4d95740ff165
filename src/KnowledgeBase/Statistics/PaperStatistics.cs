using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Statistics;

/// <summary>A paper's statistics as they were computed at one time: reading a million attempts anew for every look would not do.</summary>
internal sealed class PaperStatistics
{
    public required string PaperKey { get; init; }

    /// <summary>Which attempts of each person count: <c>first</c>, <c>last</c> or <c>all</c>.</summary>
    public required string Attempts { get; init; }
    public required DateTimeOffset ComputedAt { get; set; }

    /// <summary>JSON.</summary>
    public required string Figures { get; set; }
}

internal sealed class PaperStatisticsMapping : IEntityTypeConfiguration<PaperStatistics>
{
    public void Configure(EntityTypeBuilder<PaperStatistics> builder)
    {
        builder.ToTable("PaperStatistics").HasKey(one => new { one.PaperKey, one.Attempts });
        builder.Property(one => one.PaperKey).HasMaxLength(100);
        builder.Property(one => one.Attempts).HasMaxLength(10);
        builder.HasOne<Paper>().WithMany().HasForeignKey(one => one.PaperKey).OnDelete(DeleteBehavior.Cascade);
    }
}
