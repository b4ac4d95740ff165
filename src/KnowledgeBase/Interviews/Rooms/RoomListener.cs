namespace KnowledgeBase.Interviews.Rooms;

/// <summary>
/// One open event stream. It keeps the newest state and the newest word about its own member, never more: what a slow line did not
/// fetch in time is replaced, and since each holds everything nothing is missed by that.
/// </summary>
/// <param name="learner">Whose it is; only a member's.</param>
internal sealed class RoomListener(RoomAudience audience, Guid? learner, string language)
{
    private readonly Lock _gate = new();
    private byte[]? _state;
    private byte[]? _own;
    private bool _beat;
    private bool _ended;
    private TaskCompletionSource? _waiting;

    public RoomAudience Audience => audience;
    public Guid? Learner => learner;
    public string Language => language;

    /// <summary>What was sent last; only the broadcast looks at it.</summary>
    public byte[]? LastState { get; set; }
    public OwnStanding? LastOwn { get; set; }

    public void Send(byte[]? state, byte[]? own)
    {
        lock (_gate)
        {
            _state = state ?? _state;
            _own = own ?? _own;
            Wake();
        }
    }

    /// <summary>Shows both sides, and everything between them, that the line is still there.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            _beat = true;
            Wake();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Wake();
        }
    }

    /// <summary>What is to be written next, both null for a heartbeat; null once the stream is over.</summary>
    public async ValueTask<(byte[]? State, byte[]? Own)?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                if (_state is not null || _own is not null || _beat)
                {
                    var next = (_state, _own);
                    (_state, _own, _beat) = (null, null, false);
                    return next;
                }
                if (_ended)
                    return null;
                wait = (_waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }

    private void Wake()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }
}
