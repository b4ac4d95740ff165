using System.Collections.Concurrent;
using System.Threading.Channels;

namespace KnowledgeBase.Statistics;

/// <summary>Decides when figures are computed anew: little at once, much in the background, and of itself at most once a minute.</summary>
internal sealed class StatisticsRefresh(PaperSnapshots snapshots, TimeProvider time, ILogger<StatisticsRefresh> log) : BackgroundService
{
    /// <summary>Up to so many attempts nobody notices the wait.</summary>
    public const int Little = 2_000;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<Wish> _wishes = Channel.CreateUnbounded<Wish>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<(string, Sittings), byte> _waiting = new();

    /// <summary>When somebody last looked whether there is anything new.</summary>
    private readonly ConcurrentDictionary<(string, Sittings), DateTimeOffset> _checked = new();

    /// <summary>The figures as they are; what is missing or out of date is being computed if it could not be at once.</summary>
    public async Task<PaperLook> LookAsync(string paper, Sittings sittings)
    {
        var snapshot = await snapshots.FindAsync(paper, sittings);
        if (!IsFresh(snapshot, paper, sittings))
        {
            var seen = await snapshots.SeenAsync(paper, sittings, Little + 1);
            if (seen.Count > Little)
                Ask(paper, sittings, evenIfSame: false);
            else if (snapshot?.IsOf(seen) != true)
                snapshot = await snapshots.ComputeAsync(paper, sittings, CancellationToken.None);
            else
                _checked[(paper, sittings)] = time.GetUtcNow();
        }
        return new(snapshot, IsWaiting(paper, sittings));
    }

    /// <summary>Somebody sees these figures in a list: what is missing or may be out of date is looked at in the background.</summary>
    public void Glance(string paper, Snapshot? snapshot)
    {
        if (!IsFresh(snapshot, paper, Sittings.First))
            Ask(paper, Sittings.First, evenIfSame: false);
    }

    /// <summary>Somebody presses the button.</summary>
    public async Task ComputeNowAsync(string paper, Sittings sittings)
    {
        if ((await snapshots.SeenAsync(paper, sittings, Little + 1)).Count > Little)
            Ask(paper, sittings, evenIfSame: true);
        else
            await snapshots.ComputeAsync(paper, sittings, CancellationToken.None);
    }

    public bool IsWaiting(string paper, Sittings sittings) => _waiting.ContainsKey((paper, sittings));

    /// <summary>In the background; asking again while it waits changes nothing.</summary>
    public void Ask(string paper, Sittings sittings, bool evenIfSame)
    {
        if (_waiting.TryAdd((paper, sittings), 0))
            _wishes.Writer.TryWrite(new(paper, sittings, evenIfSame));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in _wishes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Task.Run(() => FulfilAsync(wish, stoppingToken), stoppingToken);
            }
            // One paper's trouble must not end the others' statistics; a new look asks again.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The statistics of {Paper} were not computed", wish.Paper);
            }
            _waiting.TryRemove((wish.Paper, wish.Sittings), out _);
        }
    }

    private async Task FulfilAsync(Wish wish, CancellationToken cancellation)
    {
        if (wish.EvenIfSame || await snapshots.FindAsync(wish.Paper, wish.Sittings) is not { } snapshot
            || !snapshot.IsOf(await snapshots.SeenAsync(wish.Paper, wish.Sittings)))
            await snapshots.ComputeAsync(wish.Paper, wish.Sittings, cancellation);
        _checked[(wish.Paper, wish.Sittings)] = time.GetUtcNow();
    }

    private bool IsFresh(Snapshot? snapshot, string paper, Sittings sittings) => snapshot is not null
        && (IsRecent(snapshot.ComputedAt) || (_checked.TryGetValue((paper, sittings), out var at) && IsRecent(at)));

    private bool IsRecent(DateTimeOffset moment) => time.GetUtcNow() - moment < Pause;

    private sealed record Wish(string Paper, Sittings Sittings, bool EvenIfSame);
}

/// <param name="Snapshot">Null while it is computed for the first time.</param>
/// <param name="Computing">A newer one is on its way.</param>
internal sealed record PaperLook(Snapshot? Snapshot, bool Computing);
