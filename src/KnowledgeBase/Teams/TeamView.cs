namespace KnowledgeBase.Teams;

/// <summary>A team as one of its members sees it. Nobody else ever gets one: every page and every act starts from it.</summary>
/// <param name="Number">The reader's own.</param>
/// <param name="ShowsName">Whether the reader's name is shown to the other members.</param>
/// <param name="Members">How many there are, the reader included.</param>
public sealed record TeamView(Guid Id, string Name, int Number, bool IsLead, bool ShowsName, int Members)
{
    public string Path(string language) => $"/{language}/teams/{Id}";
}

/// <summary>A member as the reader of the page may see them.</summary>
/// <param name="Name">Null: hidden from this reader, who sees the number.</param>
/// <param name="IsMe">The reader.</param>
public sealed record MemberRow(int Number, string? Name, bool IsLead, bool ShowsName, bool IsMe, DateTimeOffset JoinedAt);

/// <summary>A team as the join page shows it to whoever has the link.</summary>
/// <param name="IsMember">The reader is in it already.</param>
internal sealed record InvitingTeam(Guid Id, string Name, int Members, bool IsExpired, bool IsMember);

/// <summary>The link that leads hand out.</summary>
public sealed record Invite(string Token, DateTimeOffset ExpiresAt);
