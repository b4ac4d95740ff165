namespace KnowledgeBase.Interviews.Rooms;

internal enum RoomMove
{
    Start,
    Reveal,
    Next,
    End,
}

/// <summary>How a room goes on. Pure; the host and the clock make the same moves.</summary>
internal static class RoomMoves
{
    /// <summary>What was on its way when the time ran out still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>The clock reveals a moment after that, so that an answer which came in time is also on disk.</summary>
    public static readonly TimeSpan Settling = Grace + TimeSpan.FromSeconds(1);

    /// <summary>Null: this move does not fit here.</summary>
    public static RoomState? After(RoomSheet sheet, RoomState state, RoomMove move, DateTimeOffset now) => (state.Phase, move) switch
    {
        (RoomPhase.Lobby, RoomMove.Start) when sheet.Items.Count > 0 => Ask(sheet, state, 1, now),
        (RoomPhase.Asking, RoomMove.Reveal) => state with
        {
            Phase = RoomPhase.Revealed,
            Revision = state.Revision + 1,
            NextAt = sheet.Pace == RoomPace.Clock ? now.AddSeconds(sheet.RevealSeconds) : null,
        },
        (RoomPhase.Revealed, RoomMove.Next) when state.Position < sheet.Items.Count => Ask(sheet, state, state.Position + 1, now),
        (RoomPhase.Revealed, RoomMove.Next) or (not RoomPhase.Ended, RoomMove.End) => state with
        {
            Phase = RoomPhase.Ended,
            Revision = state.Revision + 1,
            NextAt = null,
            EndedAt = now,
        },
        _ => null,
    };

    /// <summary>What is due now; null: nothing.</summary>
    public static RoomMove? Due(RoomState state, DateTimeOffset now) => state.Phase switch
    {
        RoomPhase.Ended => null,
        _ when state.ExpiresAt <= now => RoomMove.End,
        RoomPhase.Asking when state.NextAt <= now => RoomMove.Reveal,
        RoomPhase.Revealed when state.NextAt <= now => RoomMove.Next,
        _ => null,
    };

    private static RoomState Ask(RoomSheet sheet, RoomState state, int position, DateTimeOffset now)
    {
        DateTimeOffset? closes = sheet.Seconds > 0 ? now.AddSeconds(sheet.Seconds) : null;
        return state with
        {
            Phase = RoomPhase.Asking,
            Position = position,
            Revision = state.Revision + 1,
            OpenedAt = now,
            ClosesAt = closes,
            NextAt = sheet.Pace == RoomPace.Clock ? closes + Settling : null,
        };
    }
}
