using KnowledgeBase.Content;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What was settled when the room was opened and never changes. Kept in memory.</summary>
internal sealed record RoomSheet(
    Guid Id, string Code, Guid HostId, string ScreenKey, string PaperKey, Bilingual Title, int Seed, PaperRules Rules,
    RoomScoring Scoring, RoomPace Pace, int Seconds, int RevealSeconds, DateTimeOffset CreatedAt, IReadOnlyList<SheetItem> Items)
{
    public SheetItem? Item(int position) => position >= 1 && position <= Items.Count ? Items[position - 1] : null;

    public bool HasMath => Items.Any(item => item.Question.Body.HasMath);
}

/// <summary>Where a room stands.</summary>
internal sealed record RoomState(
    RoomPhase Phase, int Position, int Revision, bool Locked, DateTimeOffset? OpenedAt, DateTimeOffset? ClosesAt, DateTimeOffset? NextAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt)
{
    /// <summary>The last question whose points may be told: while one is asked, what it earned would betray the key.</summary>
    public int Told => Phase is RoomPhase.Asking ? Position - 1 : Position;

    /// <summary>Over, or as good as over: the clock is about to end it.</summary>
    public bool IsOver(DateTimeOffset now) => Phase == RoomPhase.Ended || ExpiresAt <= now;
}

internal sealed record LiveRoom(RoomSheet Sheet, RoomState State);
