using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Quizzes;

/// <summary>An author changed the marks of one question in attempts that were closed already: who, when, by which rule, and what changed.</summary>
internal sealed class Regrade
{
    public int Id { get; init; }
    public required int QuestionId { get; init; }
    public required RegradeRule Rule { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null once that account is gone.</summary>
    public Guid? By { get; set; }
}

/// <summary>One mark that a regrade changed.</summary>
internal sealed class RegradedMark
{
    public required int RegradeId { get; init; }
    public required Guid AttemptId { get; init; }
    public required int Position { get; init; }
    public required double Before { get; init; }
    public required double After { get; init; }
}

public enum RegradeRule
{
    /// <summary>What was chosen then is judged by the key of the current version.</summary>
    CurrentKey,

    /// <summary>The question was at fault: full marks for everybody who was asked.</summary>
    FullMarks,
}

internal sealed class RegradeMapping : IEntityTypeConfiguration<Regrade>
{
    public void Configure(EntityTypeBuilder<Regrade> builder)
    {
        builder.ToTable("Regrades");
        builder.Property(regrade => regrade.Reason).HasMaxLength(500);
        builder.HasOne<Question>().WithMany().HasForeignKey(regrade => regrade.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(regrade => regrade.By).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class RegradedMarkMapping : IEntityTypeConfiguration<RegradedMark>
{
    public void Configure(EntityTypeBuilder<RegradedMark> builder)
    {
        builder.ToTable("RegradedMarks").HasKey(mark => new { mark.RegradeId, mark.AttemptId, mark.Position });
        builder.HasOne<Regrade>().WithMany().HasForeignKey(mark => mark.RegradeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AttemptItem>().WithMany().HasForeignKey(mark => new { mark.AttemptId, mark.Position }).OnDelete(DeleteBehavior.Cascade);
    }
}
