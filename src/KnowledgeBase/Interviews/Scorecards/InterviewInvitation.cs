using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>A link that lets people in: one for interviewers and one for the candidate. Revoking it deletes the row.</summary>
internal sealed class InterviewInvitation
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    /// <summary>160 random bits: nobody finds one by trying.</summary>
    private const int TokenBytes = 20;

    public const int TokenLength = 27;

    public required Guid InterviewId { get; init; }
    public required InvitedAs Role { get; init; }
    public required string Token { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    public static InterviewInvitation New(Guid interview, InvitedAs role, DateTimeOffset now) => new()
    {
        InterviewId = interview,
        Role = role,
        Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)),
        ExpiresAt = now + Validity,
    };
}

public enum InvitedAs
{
    Interviewer,
    Candidate,
}

internal sealed class InterviewInvitationMapping : IEntityTypeConfiguration<InterviewInvitation>
{
    public void Configure(EntityTypeBuilder<InterviewInvitation> builder)
    {
        builder.ToTable("InterviewInvitations").HasKey(invitation => new { invitation.InterviewId, invitation.Role });
        builder.Property(invitation => invitation.Token).HasMaxLength(InterviewInvitation.TokenLength);
        builder.HasIndex(invitation => invitation.Token).IsUnique();
        builder.HasOne<Interview>().WithMany().HasForeignKey(invitation => invitation.InterviewId).OnDelete(DeleteBehavior.Cascade);
    }
}
