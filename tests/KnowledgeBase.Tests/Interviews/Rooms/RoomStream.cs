using System.Diagnostics;
using System.Text;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>An open event stream and everything that came over it.</summary>
internal sealed class RoomStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly StringBuilder _heard = new();
    private readonly List<(int Length, long Ticks)> _arrivals = [];
    private readonly HttpResponseMessage _answer;
    private readonly Task _reading;

    private RoomStream(HttpResponseMessage answer) => (_answer, _reading) = (answer, Task.Run(() => ReadAsync(answer)));

    public string Heard
    {
        get
        {
            lock (_heard)
                return _heard.ToString();
        }
    }

    /// <summary>Ended by the site.</summary>
    public bool Ended => _reading.IsCompleted;

    public static async Task<RoomStream> OpenAsync(HttpClient browser, string address)
    {
        var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(answer);
    }

    public async Task HearsAsync(string text)
    {
        for (var i = 0; i < 1200 && !Heard.Contains(text, StringComparison.Ordinal); i++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.Contains(text, Heard, StringComparison.Ordinal);
    }

    /// <summary>When this came, by the stopwatch.</summary>
    public async Task<long> CameAsync(string text)
    {
        await HearsAsync(text);
        lock (_heard)
        {
            var end = _heard.ToString().IndexOf(text, StringComparison.Ordinal) + text.Length;
            return _arrivals.First(arrival => arrival.Length >= end).Ticks;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _answer.Dispose();
        await _reading;
        _left.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(_left.Token);
            var bytes = new byte[16_384];
            var decoder = Encoding.UTF8.GetDecoder();
            var text = new char[16_384];
            while (await stream.ReadAsync(bytes, _left.Token) is > 0 and var count)
            {
                var length = decoder.GetChars(bytes, 0, count, text, 0);
                lock (_heard)
                {
                    _heard.Append(text, 0, length);
                    _arrivals.Add((_heard.Length, Stopwatch.GetTimestamp()));
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException)
        {
            // Left, or cut off.
        }
    }
}
