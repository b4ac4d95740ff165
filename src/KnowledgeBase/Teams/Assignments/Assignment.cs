using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>What a team is to do, and until when.</summary>
internal sealed class Assignment
{
    public const int LongestTitle = 100;

    public required Guid Id { get; init; }
    public required Guid TeamId { get; init; }
    public required AssignmentKind Kind { get; init; }

    /// <summary>A paper's key; where an interview is held, as <see cref="MeetingPlace"/> reads it.</summary>
    public required string Key { get; set; }

    /// <summary>The paper's name when it was assigned.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Until when a paper is done; when an interview begins.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Null: their account is gone.</summary>
    public Guid? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nobody is asked any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

public enum AssignmentKind
{
    Paper,

    /// <summary>An appointment: a title, a time, and a room's code or a link.</summary>
    Interview,
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.Property(assignment => assignment.Key).HasMaxLength(MeetingPlace.Longest);
        builder.Property(assignment => assignment.Title).HasJson();
        builder.HasOne<Team>().WithMany().HasForeignKey(assignment => assignment.TeamId).OnDelete(DeleteBehavior.Cascade);
        // The team goes on doing what somebody asked who is gone.
        builder.HasOne<Learner>().WithMany().HasForeignKey(assignment => assignment.CreatedBy).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(assignment => new { assignment.TeamId, assignment.DueAt });
    }
}
