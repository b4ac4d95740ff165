using System.Globalization;
using System.Text;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Events as they go over the wire; made once and written to everybody.</summary>
internal static class RoomFrame
{
    public static readonly byte[] Beat = ": \n\n"u8.ToArray();

    /// <summary>How soon a browser comes back after its line broke.</summary>
    public static readonly byte[] Hello = "retry: 1500\n\n"u8.ToArray();

    public static byte[] State(string html) => Event("state", html);

    public static byte[] Own(OwnStanding standing) => Event("me", standing.ToJson());

    /// <summary>The server's clock, by which everybody's countdown runs.</summary>
    public static byte[] Time(DateTimeOffset now) => Event("time", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>They are no longer in the room.</summary>
    public static readonly byte[] Gone = Event("gone", "1");

    private static byte[] Event(string name, string data)
    {
        var text = new StringBuilder(data.Length + 64).Append("event: ").Append(name).Append('\n');
        // A line break of any kind would end the field.
        foreach (var line in data.ReplaceLineEndings("\n").Split('\n'))
            text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
