using System.Security.Cryptography;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeBase.Learners;

/// <summary>Somebody whose work is kept: a guest until they register, the same row ever after.</summary>
internal sealed class Learner : IdentityUser<Guid>
{
    /// <summary>Shown to others; empty for a guest.</summary>
    public string DisplayName { get; set; } = "";
    public LearnerRole Role { get; set; } = LearnerRole.Learner;
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null for a guest.</summary>
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>Locked for good by an admin, not for minutes by wrong passwords.</summary>
    public bool IsDisabled => LockoutEnd?.Year == DateTimeOffset.MaxValue.Year;

    public static Learner New(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        // Identity wants a unique name; ours is never seen, people sign in by email.
        return new Learner
        {
            Id = id,
            CreatedAt = now,
            UserName = id.ToString("N"),
            NormalizedUserName = id.ToString("N").ToUpperInvariant(),
            SecurityStamp = NewStamp(),
        };
    }

    /// <summary>A session with another stamp is over.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}

public enum LearnerRole
{
    Learner,
    Author,
    Host,
    Admin,
}

// Identity's own context would make Storage know the learners, so its tables are mapped here instead.
internal sealed class LearnerMapping : IEntityTypeConfiguration<Learner>
{
    public void Configure(EntityTypeBuilder<Learner> builder)
    {
        builder.ToTable("Learners");
        builder.Property(learner => learner.DisplayName).HasMaxLength(60);
        builder.Property(learner => learner.UserName).HasMaxLength(256);
        builder.Property(learner => learner.NormalizedUserName).HasMaxLength(256);
        builder.Property(learner => learner.Email).HasMaxLength(256);
        builder.Property(learner => learner.NormalizedEmail).HasMaxLength(256);
        builder.Property(learner => learner.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(learner => learner.NormalizedUserName).IsUnique();
        builder.HasIndex(learner => learner.NormalizedEmail).IsUnique();
    }
}

internal sealed class LearnerClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("LearnerClaims");
        builder.HasOne<Learner>().WithMany().HasForeignKey(claim => claim.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LearnerLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("LearnerLogins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.HasOne<Learner>().WithMany().HasForeignKey(login => login.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LearnerTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("LearnerTokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.HasOne<Learner>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("Passkeys").HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data, data => data.ToJson());
        builder.HasOne<Learner>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
