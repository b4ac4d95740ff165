using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Quizzes;

/// <summary>One sitting of a paper by one learner: running, then closed for ever.</summary>
internal sealed class Attempt
{
    public required Guid Id { get; init; }
    public required Guid LearnerId { get; set; }
    public required string PaperKey { get; init; }

    /// <summary>The paper's name when it was sat; a paper may be renamed later.</summary>
    public required Bilingual PaperTitle { get; init; }
    public required AttemptMode Mode { get; init; }

    /// <summary>The language it was started in.</summary>
    public required string Language { get; init; }

    /// <summary>With the blueprint, reproduces the draw and the order of options.</summary>
    public required int Seed { get; init; }

    /// <summary>Only for questions that no stored paper describes: a paper of the learner's own, a review, a retry.</summary>
    public Blueprint? Blueprint { get; init; }

    /// <summary>The paper's rules when it was begun; they hold to the end, whatever becomes of the paper.</summary>
    public PaperRules Rules { get; init; } = PaperRules.None;

    /// <summary>1: the learner's first of this paper in this mode. Statistics take the first, the attempts policy counts them.</summary>
    public int Number { get; set; } = 1;

    /// <summary>The attempt whose wrong questions are asked once more.</summary>
    public Guid? RetryOf { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: untimed.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>Factor on the time limit (WCAG 2.2.1); 0: the limit was switched off.</summary>
    public required double Multiplier { get; init; }

    /// <summary>Null while running.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Marks gained, at most <see cref="MaximumScore"/>; null while running. Below 0 only where confidence is scored.</summary>
    public double? Score { get; set; }
    public required int MaximumScore { get; init; }
}

public enum AttemptMode
{
    Exam,

    /// <summary>Untimed; each question is explained as soon as it is checked.</summary>
    Practice,

    /// <summary>Practice on what spaced review says is due.</summary>
    Review,

    /// <summary>Sat together with others in a room; it comes here when the room is over, and nobody starts one.</summary>
    Live,
}

/// <summary>One question of an attempt: which version was asked, in which order its options stood, and what it earned.</summary>
internal sealed class AttemptItem
{
    public required Guid AttemptId { get; init; }

    /// <summary>1, 2, 3, …</summary>
    public required int Position { get; init; }
    public required int QuestionId { get; init; }
    public required int VersionId { get; init; }

    /// <summary>Ids in the order shown: of options or items; of a match first the left sides, then the right ones.</summary>
    public required string[] OptionOrder { get; init; }

    /// <summary>0 to 1; null until it is graded.</summary>
    public double? Mark { get; set; }

    /// <summary>When its solution was shown, which ends its answering while the attempt goes on; only in practice and review.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Time spent, as far as the saves tell: from the save before it to its own last one. Null: unanswered, or from before this was kept.</summary>
    public int? Seconds { get; set; }
}

/// <summary>What the learner chose, saved at once. Written only by the write queue's prepared statement (see <c>AnswerStore</c>).</summary>
internal sealed class Answer
{
    public required Guid AttemptId { get; init; }
    public required int Position { get; init; }

    /// <summary>The highest number wins, whichever tab or device it came from.</summary>
    public required long Seq { get; set; }

    /// <summary>As <see cref="Questions.Choices"/> writes them; empty: not answered.</summary>
    public required string Choices { get; set; }
    public required bool Flagged { get; set; }

    /// <summary>0: not said; 1 low, 2 middle, 3 high.</summary>
    public int Confidence { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}

internal sealed class AttemptMapping : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.Property(attempt => attempt.PaperKey).HasMaxLength(100);
        builder.Property(attempt => attempt.PaperTitle).HasJson();
        builder.Property(attempt => attempt.Language).HasMaxLength(2);
        builder.Property(attempt => attempt.Blueprint).HasJson();
        builder.Property(attempt => attempt.Rules).HasJson().HasDefaultValueSql("'{}'");
        builder.Property(attempt => attempt.Number).HasDefaultValue(1);
        builder.HasOne<Learner>().WithMany().HasForeignKey(attempt => attempt.LearnerId).OnDelete(DeleteBehavior.Cascade);
        // The whole score history of a learner: the open ones, the closed ones in order, and their times without the rows.
        builder.HasIndex(attempt => new { attempt.LearnerId, attempt.ClosedAt, attempt.StartedAt });
        // Somebody's attempts on one paper: starting it, its result, and what a team knows of it.
        builder.HasIndex(attempt => new { attempt.LearnerId, attempt.PaperKey, attempt.ClosedAt });
        // A paper's statistics: first attempts, all attempts, attempts since.
        builder.HasIndex(attempt => new { attempt.PaperKey, attempt.Number, attempt.ClosedAt });
        // The sweeper looks for attempts whose time ran out.
        builder.HasIndex(attempt => new { attempt.ClosedAt, attempt.Deadline });
    }
}

internal sealed class AttemptItemMapping : IEntityTypeConfiguration<AttemptItem>
{
    public void Configure(EntityTypeBuilder<AttemptItem> builder)
    {
        builder.ToTable("AttemptItems").HasKey(item => new { item.AttemptId, item.Position });
        builder.HasOne<Attempt>().WithMany().HasForeignKey(item => item.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<QuestionVersion>().WithMany().HasForeignKey(item => item.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.QuestionId);
        builder.Property(item => item.OptionOrder).HasJson();
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("Answers").HasKey(answer => new { answer.AttemptId, answer.Position });
        builder.HasOne<Attempt>().WithMany().HasForeignKey(answer => answer.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(answer => answer.Choices).HasMaxLength(1000);
    }
}
