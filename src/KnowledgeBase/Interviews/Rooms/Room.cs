using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>A mock interview that many sit at the same time: what was settled when it was opened, and where it stands.</summary>
internal sealed class Room
{
    public required Guid Id { get; init; }

    /// <summary>What people type to come in; see <see cref="RoomCode"/>.</summary>
    public required string Code { get; init; }
    public required Guid HostId { get; init; }

    /// <summary>Lets a projector on another machine look, without the host's session there.</summary>
    public required string ScreenKey { get; init; }
    public required string PaperKey { get; init; }
    public required Bilingual Title { get; init; }
    public required int Seed { get; init; }
    public PaperRules Rules { get; init; } = PaperRules.None;
    public required RoomScoring Scoring { get; init; }
    public required RoomPace Pace { get; init; }

    /// <summary>For each question; 0: as long as the host lets it be open.</summary>
    public required int SecondsPerQuestion { get; init; }

    /// <summary>How long the clock shows a solution.</summary>
    public required int RevealSeconds { get; init; }
    public bool Locked { get; set; }
    public RoomPhase Phase { get; set; }

    /// <summary>Of the question that is or was asked last; 0 in the lobby.</summary>
    public int Position { get; set; }

    /// <summary>When that question was opened.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When its time is over; null: it has no limit.</summary>
    public DateTimeOffset? ClosesAt { get; set; }

    /// <summary>When the clock acts next; null: only the host acts.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Grows with each change of phase: of two who change the same one, the second changes nothing.</summary>
    public int Revision { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When everybody's sitting was in their history.</summary>
    public DateTimeOffset? LandedAt { get; set; }
}

public enum RoomScoring
{
    /// <summary>A right answer is worth the same, early or late.</summary>
    Accuracy,

    /// <summary>It loses half of its points over the time of the question.</summary>
    Speed,
}

public enum RoomPace
{
    Hand,
    Clock,
}

public enum RoomPhase
{
    Lobby,
    Asking,
    Revealed,
    Ended,
}

/// <summary>A question of a room. One order of options for everybody, so that phones and projector say the same letters.</summary>
internal sealed class RoomItem
{
    public required Guid RoomId { get; init; }

    /// <summary>1, 2, 3, …</summary>
    public required int Position { get; init; }
    public required int QuestionId { get; init; }
    public required int VersionId { get; init; }
    public required string[] OptionOrder { get; init; }
}

/// <summary>Somebody in a room, on however many devices.</summary>
internal sealed class RoomMember
{
    public required Guid RoomId { get; init; }
    public required Guid LearnerId { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The first question they could answer.</summary>
    public required int FromQuestion { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Their sitting in their history; null: it is not there yet.</summary>
    public Guid? AttemptId { get; set; }
}

/// <summary>The first and only answer to a question. What it earned is known at once and told at the reveal.</summary>
internal sealed class RoomAnswer
{
    public required Guid RoomId { get; init; }
    public required int Position { get; init; }
    public required Guid LearnerId { get; init; }

    /// <summary>As <see cref="Questions.Choices"/> writes them.</summary>
    public required string Choices { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From the opening of the question.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Mark { get; init; }
    public required int Points { get; init; }
}

internal sealed class RoomMapping : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("Rooms");
        builder.Property(room => room.Code).HasMaxLength(RoomCode.Length);
        builder.HasIndex(room => room.Code).IsUnique();
        builder.Property(room => room.ScreenKey).HasMaxLength(32);
        builder.Property(room => room.PaperKey).HasMaxLength(100);
        builder.Property(room => room.Title).HasJson();
        builder.Property(room => room.Rules).HasJson();
        builder.HasOne<Learner>().WithMany().HasForeignKey(room => room.HostId).OnDelete(DeleteBehavior.Cascade);
        // The clock looks for rooms that are not over, and for those that are and have not landed.
        builder.HasIndex(room => new { room.LandedAt, room.EndedAt });
    }
}

internal sealed class RoomItemMapping : IEntityTypeConfiguration<RoomItem>
{
    public void Configure(EntityTypeBuilder<RoomItem> builder)
    {
        builder.ToTable("RoomItems").HasKey(item => new { item.RoomId, item.Position });
        builder.HasOne<Room>().WithMany().HasForeignKey(item => item.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Questions.QuestionVersion>().WithMany().HasForeignKey(item => item.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(item => item.OptionOrder).HasJson();
    }
}

internal sealed class RoomMemberMapping : IEntityTypeConfiguration<RoomMember>
{
    public void Configure(EntityTypeBuilder<RoomMember> builder)
    {
        builder.ToTable("RoomMembers").HasKey(member => new { member.RoomId, member.LearnerId });
        builder.Property(member => member.Name).HasMaxLength(PersonalText.LongestName + 6);
        builder.Property(member => member.Language).HasMaxLength(2);
        builder.HasOne<Room>().WithMany().HasForeignKey(member => member.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(member => member.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(member => new { member.LearnerId, member.JoinedAt });
    }
}

internal sealed class RoomAnswerMapping : IEntityTypeConfiguration<RoomAnswer>
{
    public void Configure(EntityTypeBuilder<RoomAnswer> builder)
    {
        builder.ToTable("RoomAnswers").HasKey(answer => new { answer.RoomId, answer.Position, answer.LearnerId });
        builder.HasOne<Room>().WithMany().HasForeignKey(answer => answer.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(answer => answer.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(answer => answer.LearnerId);
        builder.Property(answer => answer.Choices).HasMaxLength(1000);
    }
}
