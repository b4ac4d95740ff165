using System.Globalization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What a host settles when opening a room.</summary>
internal sealed record RoomForm(string Paper, RoomScoring Scoring, RoomPace Pace, int Seconds, int RevealSeconds)
{
    public static readonly int[] Times = [0, 15, 20, 30, 45, 60, 90, 120, 180, 300];
    public static readonly int[] RevealTimes = [5, 10, 15, 20, 30, 60];

    /// <summary>Null if it is not one of ours.</summary>
    public static RoomForm? Read(IFormCollection form)
    {
        if (!One<RoomScoring>(form["scoring"], out var scoring) || !One<RoomPace>(form["pace"], out var pace)
            || !Whole(form["seconds"], Times, out var seconds) || !Whole(form["reveal"], RevealTimes, out var reveal))
            return null;
        return new(form["paper"].ToString(), scoring, pace, seconds, reveal);
    }

    /// <summary>Speed and the clock both need a time.</summary>
    public bool NeedsTime => Seconds == 0 && (Scoring == RoomScoring.Speed || Pace == RoomPace.Clock);

    private static bool One<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) && Enum.TryParse(text, out value);
    }

    private static bool Whole(string? text, int[] allowed, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && allowed.Contains(value);
}
