using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>One session: a plan that never changes, a candidate, and those who score; or somebody who scores themselves.</summary>
internal sealed class Interview
{
    public const int LongestTitle = 120;
    public const int LongestSummary = 4000;

    public required Guid Id { get; init; }

    /// <summary>Who planned it and leads it.</summary>
    public required Guid OwnerId { get; set; }
    public required InterviewKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>As the owner knows them; empty where one assesses oneself.</summary>
    public required string CandidateName { get; init; }

    /// <summary>Null until the candidate takes the seat.</summary>
    public Guid? CandidateId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PlannedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The candidate sees the report while this is set.</summary>
    public DateTimeOffset? SharedAt { get; set; }

    /// <summary>The owner's own words in the report.</summary>
    public string Summary { get; set; } = "";
}

public enum InterviewKind
{
    Panel,
    Self,
}

/// <summary>An open question of a plan. The version is that of the day it was planned, so a rubric in use never changes.</summary>
internal sealed class InterviewQuestion
{
    public required Guid InterviewId { get; init; }

    /// <summary>1, 2, 3, …</summary>
    public required int Position { get; init; }
    public required int QuestionId { get; init; }
    public required int VersionId { get; init; }
}

/// <summary>A paper of a plan; what the candidate sits of it once the session has begun belongs to the timeline.</summary>
internal sealed class InterviewPaper
{
    public required Guid InterviewId { get; init; }
    public required int Position { get; init; }
    public required string PaperKey { get; set; }

    /// <summary>When it was planned; a paper may be renamed later.</summary>
    public required Bilingual Title { get; init; }
}

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.ToTable("Interviews");
        builder.Property(interview => interview.Title).HasMaxLength(Interview.LongestTitle);
        builder.Property(interview => interview.CandidateName).HasMaxLength(PersonalText.LongestName);
        builder.Property(interview => interview.Summary).HasMaxLength(Interview.LongestSummary);
        builder.HasOne<Learner>().WithMany().HasForeignKey(interview => interview.OwnerId).OnDelete(DeleteBehavior.Cascade);
        // What was written about somebody goes with them.
        builder.HasOne<Learner>().WithMany().HasForeignKey(interview => interview.CandidateId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterviewQuestionMapping : IEntityTypeConfiguration<InterviewQuestion>
{
    public void Configure(EntityTypeBuilder<InterviewQuestion> builder)
    {
        builder.ToTable("InterviewQuestions").HasKey(question => new { question.InterviewId, question.Position });
        builder.HasOne<Interview>().WithMany().HasForeignKey(question => question.InterviewId).OnDelete(DeleteBehavior.Cascade);
        // A version that a session uses cannot be deleted, whoever tries.
        builder.HasOne<QuestionVersion>().WithMany().HasForeignKey(question => question.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Question>().WithMany().HasForeignKey(question => question.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterviewPaperMapping : IEntityTypeConfiguration<InterviewPaper>
{
    public void Configure(EntityTypeBuilder<InterviewPaper> builder)
    {
        builder.ToTable("InterviewPapers").HasKey(paper => new { paper.InterviewId, paper.Position });
        builder.HasOne<Interview>().WithMany().HasForeignKey(paper => paper.InterviewId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(paper => paper.PaperKey).HasMaxLength(100);
        builder.Property(paper => paper.Title).HasJson();
    }
}
