using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Something that happened in a session, for its timeline.</summary>
internal sealed class InterviewEvent
{
    public int Id { get; init; }
    public required Guid InterviewId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required InterviewEventKind Kind { get; init; }

    /// <summary>Of the question asked.</summary>
    public int? Position { get; init; }

    /// <summary>The interviewer it is about.</summary>
    public Guid? LearnerId { get; init; }
}

public enum InterviewEventKind
{
    Joined,
    Seated,
    Began,
    Asked,
    Submitted,

    /// <summary>The owner gave a final sheet back.</summary>
    Reopened,
    Ended,
    Shared,
    Unshared,
}

internal sealed class InterviewEventMapping : IEntityTypeConfiguration<InterviewEvent>
{
    public void Configure(EntityTypeBuilder<InterviewEvent> builder)
    {
        builder.ToTable("InterviewEvents");
        builder.HasOne<Interview>().WithMany().HasForeignKey(one => one.InterviewId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(one => new { one.InterviewId, one.At });
    }
}
