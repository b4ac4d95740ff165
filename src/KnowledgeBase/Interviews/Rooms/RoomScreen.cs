using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Who may see the projector's view: the host, and whatever machine the host gave the address to.</summary>
internal static class RoomScreen
{
    public static bool Admits(RoomSheet room, Guid? learner, string? key) => learner == room.HostId
        || (key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(room.ScreenKey)));

    public static string Address(RoomSheet room, string language, bool withKey) =>
        $"/{language}/interviews/{RoomCode.Show(room.Code)}/screen{(withKey ? $"?key={room.ScreenKey}" : "")}";
}
