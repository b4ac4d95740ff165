namespace KnowledgeBase.Interviews.Rooms;

/// <summary>What an answer is worth in a room. Pure: the stored answer alone decides.</summary>
internal static class RoomScore
{
    public const int Full = 1000;

    /// <param name="mark">0 to 1.</param>
    /// <param name="milliseconds">From the opening of the question to the arrival of the answer.</param>
    /// <param name="seconds">The time the question has; with speed always more than 0.</param>
    public static int Points(RoomScoring scoring, double mark, long milliseconds, int seconds)
    {
        var share = scoring == RoomScoring.Accuracy ? 1 : 1 - (Math.Clamp(milliseconds / 1000.0, 0, seconds) / (2.0 * seconds));
        return (int)Math.Round(Full * mark * share, MidpointRounding.AwayFromZero);
    }
}
