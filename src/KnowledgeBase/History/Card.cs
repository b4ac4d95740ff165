using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.History;

/// <summary>What a learner's record says of one question they have met: the latest mark, the wrong-answer book, spaced review.</summary>
internal sealed class Card
{
    public required Guid LearnerId { get; init; }
    public required int QuestionId { get; init; }

    /// <summary>0 to 1, when it was last met; unanswered is 0.</summary>
    public double LastMark { get; set; }
    public DateTimeOffset LastSeenAt { get; set; }
    public int RightInARow { get; set; }

    /// <summary>In the wrong-answer book: wrong at last sight, and until it was right twice in a row.</summary>
    public bool IsWrong { get; set; }

    /// <summary>FSRS: days until recall falls to 90 %. Null: never answered.</summary>
    public double? Stability { get; set; }

    /// <summary>FSRS: 1 to 10.</summary>
    public double? Difficulty { get; set; }

    /// <summary>When it was last graded for review; only a day's first answer counts.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>One grade given to a card and what the card was before, so that it can be taken back.</summary>
internal sealed class CardGrade
{
    public long Id { get; init; }
    public required Guid LearnerId { get; init; }
    public required int QuestionId { get; init; }

    /// <summary>FSRS: 1 again, 2 hard, 3 good, 4 easy.</summary>
    public required int Grade { get; init; }
    public required DateTimeOffset At { get; init; }
    public double? StabilityBefore { get; init; }
    public double? DifficultyBefore { get; init; }
    public DateTimeOffset? ReviewedBefore { get; init; }
    public DateTimeOffset? DueBefore { get; init; }
}

/// <summary>A question that a learner wants to find again.</summary>
internal sealed class QuestionBookmark
{
    public required Guid LearnerId { get; init; }
    public required int QuestionId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>How a learner wants to review; without one the defaults hold.</summary>
internal sealed class ReviewPlan
{
    public const int DefaultCap = 20;

    public required Guid LearnerId { get; init; }

    /// <summary>The most questions on one day.</summary>
    public int DailyCap { get; set; } = DefaultCap;
}

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("Cards").HasKey(card => new { card.LearnerId, card.QuestionId });
        builder.HasOne<Learner>().WithMany().HasForeignKey(card => card.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Question>().WithMany().HasForeignKey(card => card.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(card => new { card.LearnerId, card.DueAt });
    }
}

internal sealed class CardGradeMapping : IEntityTypeConfiguration<CardGrade>
{
    public void Configure(EntityTypeBuilder<CardGrade> builder)
    {
        builder.ToTable("CardGrades");
        builder.HasOne<Learner>().WithMany().HasForeignKey(grade => grade.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Question>().WithMany().HasForeignKey(grade => grade.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(grade => new { grade.LearnerId, grade.At });
    }
}

internal sealed class QuestionBookmarkMapping : IEntityTypeConfiguration<QuestionBookmark>
{
    public void Configure(EntityTypeBuilder<QuestionBookmark> builder)
    {
        builder.ToTable("QuestionBookmarks").HasKey(bookmark => new { bookmark.LearnerId, bookmark.QuestionId });
        builder.HasOne<Learner>().WithMany().HasForeignKey(bookmark => bookmark.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Question>().WithMany().HasForeignKey(bookmark => bookmark.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewPlanMapping : IEntityTypeConfiguration<ReviewPlan>
{
    public void Configure(EntityTypeBuilder<ReviewPlan> builder)
    {
        builder.ToTable("ReviewPlans").HasKey(plan => plan.LearnerId);
        builder.HasOne<Learner>().WithMany().HasForeignKey(plan => plan.LearnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
