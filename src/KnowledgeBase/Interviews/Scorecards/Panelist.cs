using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Somebody who scores, and whether their sheet is final.</summary>
internal sealed class Panelist
{
    public required Guid InterviewId { get; init; }
    public required Guid LearnerId { get; init; }

    /// <summary>The account's name when it joined.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>From then on nothing of the sheet changes, and the others who submitted see it.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }
}

/// <summary>One interviewer's judgement of one criterion. Written only by <see cref="SheetStore"/>.</summary>
internal sealed class CriterionScore
{
    public const int LongestEvidence = 2000;

    public required Guid InterviewId { get; init; }
    public required Guid LearnerId { get; init; }
    public required int Position { get; init; }

    /// <summary>Its id in the rubric of the planned version.</summary>
    public required string Criterion { get; init; }

    /// <summary>1 poor, 2 mixed, 3 good, 4 excellent; 0: not yet chosen.</summary>
    public required int Level { get; init; }
    public required string Evidence { get; init; }

    /// <summary>The highest number wins, whichever tab or device it came from.</summary>
    public required long Seq { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>What an interviewer writes down for themselves; nobody else ever sees it.</summary>
internal sealed class PanelNote
{
    public const int LongestText = 6000;

    public required Guid InterviewId { get; init; }
    public required Guid LearnerId { get; init; }

    /// <summary>0: about the session as a whole.</summary>
    public required int Position { get; init; }
    public required string Text { get; init; }
    public required long Seq { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
}

internal sealed class PanelistMapping : IEntityTypeConfiguration<Panelist>
{
    public void Configure(EntityTypeBuilder<Panelist> builder)
    {
        builder.ToTable("Panelists").HasKey(panelist => new { panelist.InterviewId, panelist.LearnerId });
        builder.Property(panelist => panelist.Name).HasMaxLength(PersonalText.LongestName);
        builder.HasOne<Interview>().WithMany().HasForeignKey(panelist => panelist.InterviewId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(panelist => panelist.LearnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CriterionScoreMapping : IEntityTypeConfiguration<CriterionScore>
{
    public void Configure(EntityTypeBuilder<CriterionScore> builder)
    {
        builder.ToTable("CriterionScores").HasKey(score => new { score.InterviewId, score.LearnerId, score.Position, score.Criterion });
        builder.Property(score => score.Criterion).HasMaxLength(80);
        builder.Property(score => score.Evidence).HasMaxLength(CriterionScore.LongestEvidence);
        builder.HasOne<Panelist>().WithMany().HasForeignKey(score => new { score.InterviewId, score.LearnerId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PanelNoteMapping : IEntityTypeConfiguration<PanelNote>
{
    public void Configure(EntityTypeBuilder<PanelNote> builder)
    {
        builder.ToTable("PanelNotes").HasKey(note => new { note.InterviewId, note.LearnerId, note.Position });
        builder.Property(note => note.Text).HasMaxLength(PanelNote.LongestText);
        builder.HasOne<Panelist>().WithMany().HasForeignKey(note => new { note.InterviewId, note.LearnerId }).OnDelete(DeleteBehavior.Cascade);
    }
}
