namespace KnowledgeBase.Interviews.Rooms;

/// <summary>All open event streams of this server, by room; they end when the site stops.</summary>
internal sealed class RoomStreams
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, RoomBroadcast> _broadcasts = [];
    private readonly Func<Guid, RoomBroadcast> _make;
    private bool _stopping;

    public RoomStreams(RoomCatalog rooms, RoomRendering rendering, IRoomSignal signal, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RoomStreams> log)
    {
        _make = room => new(room, rooms, rendering, time, log);
        signal.Listen(Hear);
        lifetime.ApplicationStopping.Register(Stop);
    }

    /// <summary>False: the site is stopping.</summary>
    public bool Add(Guid room, RoomListener listener)
    {
        lock (_gate)
        {
            if (_stopping)
                return false;
            if (_broadcasts.TryGetValue(room, out var running) && running.TryAdd(listener))
                return true;
            var broadcast = _broadcasts[room] = _make(room);
            broadcast.TryAdd(listener);
            _ = Task.Run(() => RunAsync(room, broadcast));
            return true;
        }
    }

    public void Remove(Guid room, RoomListener listener)
    {
        lock (_gate)
            _broadcasts.GetValueOrDefault(room)?.Remove(listener);
    }

    private async Task RunAsync(Guid room, RoomBroadcast broadcast)
    {
        await broadcast.RunAsync();
        lock (_gate)
        {
            if (_broadcasts.GetValueOrDefault(room) == broadcast)
                _broadcasts.Remove(room);
        }
    }

    private void Hear(Guid room, RoomNews news)
    {
        lock (_gate)
            _broadcasts.GetValueOrDefault(room)?.Hear(news);
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopping = true;
            foreach (var broadcast in _broadcasts.Values)
                broadcast.End();
        }
    }
}
