namespace KnowledgeBase.Interviews.Rooms;

/// <summary>In one process.</summary>
internal sealed class MemoryRoomSignal : IRoomSignal
{
    private Action<Guid, RoomNews>? _heard;

    public ValueTask SendAsync(Guid room, RoomNews news)
    {
        _heard?.Invoke(room, news);
        return ValueTask.CompletedTask;
    }

    public void Listen(Action<Guid, RoomNews> heard) => _heard = heard;
}
