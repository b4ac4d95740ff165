using System.Collections.Concurrent;
using System.Net.Sockets;
using KnowledgeBase.Storage;
using Npgsql;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>
/// Between replicas, by LISTEN and NOTIFY. A change of phase is told at once; who came and who answered is gathered first, or a
/// thousand answers would be a thousand notifications. What happened here is heard here without the way round.
/// </summary>
internal sealed class PostgresRoomSignal(Database database, ILogger<PostgresRoomSignal> log) : BackgroundService, IRoomSignal
{
    private const string Channel = "kb_rooms";
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly string _self = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<(Guid Room, RoomNews News), bool> _gathered = new();
    private Action<Guid, RoomNews>? _heard;

    public void Listen(Action<Guid, RoomNews> heard) => _heard = heard;

    public async ValueTask SendAsync(Guid room, RoomNews news)
    {
        _heard?.Invoke(room, news);
        if (news == RoomNews.Phase)
            await NotifyAsync(room, news);
        else
            _gathered[(room, news)] = true;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        // A connection of its own: a pooled one would be handed to others, and a dead one must be noticed.
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 5 };
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await connection.OpenAsync(stopping);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stopping);
                while (true)
                    await connection.WaitAsync(stopping);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or SocketException or InvalidOperationException)
            {
                // What was missed meanwhile is found by those who look now and then.
                log.LogWarning(failure, "Rooms hear nothing from other servers for a moment");
                await Task.Delay(Pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Gathering);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                foreach (var one in _gathered.Keys)
                {
                    if (_gathered.TryRemove(one, out _))
                        await NotifyAsync(one.Room, one.News);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The site is stopping.
        }
    }

    private async Task NotifyAsync(Guid room, RoomNews news)
    {
        try
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT pg_notify(@channel, @payload)", connection);
            command.Parameters.AddWithValue("channel", Channel);
            command.Parameters.AddWithValue("payload", $"{_self} {room:N} {news}");
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or SocketException or InvalidOperationException)
        {
            log.LogWarning(failure, "Other servers were not told of a change in a room; they find it when they look");
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ') is [var sender, var id, var name] && sender != _self && Guid.TryParse(id, out var room) && Enum.TryParse<RoomNews>(name, out var news))
            _heard?.Invoke(room, news);
    }
}
