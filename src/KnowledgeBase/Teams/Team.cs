using KnowledgeBase.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Teams;

/// <summary>People who prepare together.</summary>
internal sealed class Team
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whoever has it may join until it expires; see <see cref="InviteLink"/>.</summary>
    public required string InviteToken { get; set; }
    public required DateTimeOffset InviteExpiresAt { get; set; }

    /// <summary>The member's number given last. None is given twice, so that nobody is taken for somebody who left.</summary>
    public int LastNumber { get; set; }
}

internal sealed class TeamMember
{
    public required Guid TeamId { get; init; }
    public required Guid LearnerId { get; init; }

    /// <summary>Names the member to others who may not see the name; it tells nothing about the account.</summary>
    public required int Number { get; init; }
    public required TeamRole Role { get; set; }

    /// <summary>To the other members; leads always see it.</summary>
    public bool ShowsName { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }
}

public enum TeamRole
{
    Member,
    Lead,
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("Teams");
        builder.Property(team => team.Name).HasMaxLength(Team.LongestName);
        builder.Property(team => team.InviteToken).HasMaxLength(InviteLink.Length);
        builder.HasIndex(team => team.InviteToken).IsUnique();
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers").HasKey(member => new { member.TeamId, member.LearnerId });
        builder.HasOne<Team>().WithMany().HasForeignKey(member => member.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Learner>().WithMany().HasForeignKey(member => member.LearnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(member => member.LearnerId);
        builder.HasIndex(member => new { member.TeamId, member.Number }).IsUnique();
    }
}
