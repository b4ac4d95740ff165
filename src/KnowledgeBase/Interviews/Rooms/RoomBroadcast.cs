namespace KnowledgeBase.Interviews.Rooms;

/// <summary>
/// Everybody who listens to one room on this server, and the one loop that reads the room and tells them. A change of phase goes out
/// at once; who came and how many answered is gathered for a moment and never holds it up. Looking now and then makes up for lost news.
/// </summary>
internal sealed class RoomBroadcast(Guid room, RoomCatalog rooms, RoomRendering rendering, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly HashSet<RoomListener> _listeners = [];
    private readonly Dictionary<(RoomAudience, string), (string Stamp, byte[] Frame)> _frames = [];
    private volatile TaskCompletionSource _urgent = New();
    private volatile TaskCompletionSource _small = New();
    private RoomSnapshot? _snapshot;
    private bool _over;

    /// <summary>False: the loop has ended, make another.</summary>
    public bool TryAdd(RoomListener listener)
    {
        lock (_gate)
        {
            if (_over)
                return false;
            _listeners.Add(listener);
            // What everybody has, everybody else may have at once; it is at most a look old.
            if (_snapshot is { } snapshot && _frames.TryGetValue((listener.Audience, listener.Language), out var known) && Own(snapshot, listener) is var own
                && (listener.Audience != RoomAudience.Member || own is not null))
                Send(listener, known.Frame, own);
            else
                _urgent.TrySetResult();
            return true;
        }
    }

    public void Remove(RoomListener listener)
    {
        lock (_gate)
            _listeners.Remove(listener);
    }

    public void Hear(RoomNews news) => (news == RoomNews.Phase ? _urgent : _small).TrySetResult();

    public void End()
    {
        lock (_gate)
        {
            _over = true;
            foreach (var listener in _listeners)
                listener.End();
        }
        _urgent.TrySetResult();
    }

    /// <summary>Runs until nobody listens any more.</summary>
    public async Task RunAsync()
    {
        var (last, beat) = (0L, Environment.TickCount64);
        while (!Finished())
        {
            var (urgent, small) = (_urgent, _small);
            await Task.WhenAny(urgent.Task, small.Task, Task.Delay(Look));
            if (!urgent.Task.IsCompleted && small.Task.IsCompleted && Environment.TickCount64 - last is var since && since < Gathering.TotalMilliseconds)
                await Task.WhenAny(urgent.Task, Task.Delay(Gathering - TimeSpan.FromMilliseconds(since)));
            // Before looking: what happens from here on is news again.
            if (urgent.Task.IsCompleted)
                _urgent = New();
            if (small.Task.IsCompleted)
                _small = New();
            if (Finished())
                return;
            try
            {
                await TellAsync();
            }
            // The database may be away for a while; everybody keeps what they have.
            catch (Exception failure)
            {
                log.LogWarning(failure, "A room could not be looked at");
                await Task.Delay(Gathering);
            }
            last = Environment.TickCount64;
            if (last - beat >= BetweenBeats.TotalMilliseconds)
            {
                beat = last;
                foreach (var listener in Listeners())
                    listener.Beat();
            }
        }
    }

    private async Task TellAsync()
    {
        if (await rooms.SnapshotAsync(room) is not { } snapshot)
        {
            End();
            return;
        }
        var now = time.GetUtcNow();
        var clock = RoomFrame.Time(now);
        foreach (var (audience, language) in Listeners().Select(one => (one.Audience, one.Language)).Distinct().OrderBy(one => one.Audience).ToList())
        {
            var stamp = Stamp(snapshot, audience);
            if (_frames.TryGetValue((audience, language), out var known) && known.Stamp == stamp)
                continue;
            var html = await rendering.HtmlAsync(RoomView.Of(snapshot, audience, language, now), audience, language);
            byte[] frame = [.. clock, .. RoomFrame.State(html)];
            lock (_gate)
                _frames[(audience, language)] = (stamp, frame);
        }
        lock (_gate)
        {
            _snapshot = snapshot;
            var people = snapshot.People.ToDictionary(person => person.Learner);
            foreach (var listener in _listeners)
            {
                if (listener.Audience == RoomAudience.Member && !people.ContainsKey(listener.Learner!.Value))
                {
                    listener.Send(null, RoomFrame.Gone);
                    listener.End();
                }
                else if (_frames.TryGetValue((listener.Audience, listener.Language), out var known))
                    Send(listener, known.Frame, listener.Learner is { } learner && people.TryGetValue(learner, out var own) ? OwnStanding.Of(snapshot, own, rendering.WordsOf(listener.Language)) : null);
            }
        }
    }

    private static void Send(RoomListener listener, byte[] frame, OwnStanding? own)
    {
        var state = ReferenceEquals(listener.LastState, frame) ? null : frame;
        var word = own is null || SameAs(listener.LastOwn, own) ? null : RoomFrame.Own(own);
        if (state is null && word is null)
            return;
        listener.LastState = frame;
        listener.LastOwn = own ?? listener.LastOwn;
        listener.Send(state, word);
    }

    // Records compare lists by reference.
    private static bool SameAs(OwnStanding? one, OwnStanding other) =>
        one is not null && one with { Choices = other.Choices } == other && one.Choices.SequenceEqual(other.Choices, StringComparer.Ordinal);

    private OwnStanding? Own(RoomSnapshot snapshot, RoomListener listener) =>
        listener.Learner is { } learner && snapshot.People.FirstOrDefault(person => person.Learner == learner) is { } own
            ? OwnStanding.Of(snapshot, own, rendering.WordsOf(listener.Language)) : null;

    /// <summary>What an audience can see a difference by. While a question is open, phones hear nothing of other people's answers.</summary>
    private static string Stamp(RoomSnapshot snapshot, RoomAudience audience)
    {
        var state = snapshot.Room.State;
        return audience switch
        {
            RoomAudience.Member when state.Phase != RoomPhase.Lobby => $"{state.Revision}",
            RoomAudience.Host => $"{state.Revision} {state.Locked} {snapshot.Answered} {string.Join(' ', snapshot.People.Select(person => person.Learner))}",
            _ => $"{state.Revision} {snapshot.Answered} {snapshot.People.Count} {(state.Phase == RoomPhase.Lobby ? string.Join(' ', snapshot.People.Select(person => person.Learner)) : "")}",
        };
    }

    private RoomListener[] Listeners()
    {
        lock (_gate)
            return [.. _listeners];
    }

    private bool Finished()
    {
        lock (_gate)
            return _over |= _listeners.Count == 0;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
