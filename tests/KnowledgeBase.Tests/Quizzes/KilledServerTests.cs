using System.Net;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>A real process, killed in the middle of its work: what it acknowledged must be there when it comes back.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Rounds = 20;
    private const int Savers = 64;

    private readonly ServerProcess _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task No_acknowledged_answer_is_lost_when_the_server_is_killed_while_it_saves()
    {
        await _server.StartAsync(Cancellation);
        var savers = await Task.WhenAll(Enumerable.Range(0, Savers).Select(_ => Saver.BeginAsync(_server.Browser())));
        var acknowledged = 0;

        for (var round = 1; round <= Rounds; round++)
        {
            using var killed = new CancellationTokenSource();
            var saving = savers.Select(saver => saver.SaveUntilAsync(killed.Token)).ToList();
            var before = savers.Sum(saver => saver.Acknowledged);
            while (savers.Sum(saver => saver.Acknowledged) < before + (40 * (1 + (round % 10))))
            {
                Assert.Contains(saving, task => !task.IsCompleted);
                await Task.Delay(5, Cancellation);
            }
            _server.Kill();
            await killed.CancelAsync();
            await Task.WhenAll(saving);

            await _server.StartAsync(Cancellation);
            var stored = await StoredAsync();
            foreach (var saver in savers)
                Assert.InRange(stored.GetValueOrDefault(saver.Attempt), saver.Acknowledged, saver.Sent);
            acknowledged = savers.Sum(saver => saver.Acknowledged);
        }

        Assert.True(acknowledged > Rounds * 40);
        // Nobody was signed out either: everybody goes on where they were.
        Assert.All(await Task.WhenAll(savers.Select(saver => saver.SaveOnceAsync())), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private async Task<Dictionary<Guid, int>> StoredAsync()
    {
        await using var connection = new SqliteConnection(_server.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await check.ExecuteScalarAsync(Cancellation));

        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "AttemptId", "Seq" FROM "Answers" """;
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        var stored = new Dictionary<Guid, int>();
        while (await row.ReadAsync(Cancellation))
            stored.Add(row.GetGuid(0), row.GetInt32(1));
        return stored;
    }

    /// <summary>One learner with a running attempt, and the journal of what they sent and what was acknowledged.</summary>
    private sealed class Saver(Visitor visitor, Guid attempt)
    {
        private static readonly string[] Choices = ["a", "b", "c"];

        public Guid Attempt => attempt;
        public int Sent { get; private set; }
        public int Acknowledged { get; private set; }

        public static async Task<Saver> BeginAsync(HttpClient browser)
        {
            var visitor = new Visitor(browser);
            await visitor.PageAsync("/zh/quizzes/section-tiny-section");
            return new(visitor, await visitor.StartAsync("zh", ("paper", "section-tiny-section"), ("mode", "practice")));
        }

        public async Task SaveUntilAsync(CancellationToken killed)
        {
            while (!killed.IsCancellationRequested)
            {
                try
                {
                    if (await SaveOnceAsync() == HttpStatusCode.TooManyRequests)
                        await Task.Delay(50, Cancellation);
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        }

        public async Task<HttpStatusCode> SaveOnceAsync()
        {
            Sent++;
            var status = (await visitor.SaveAsync(attempt, 1, Sent, Choices[Sent % 3])).StatusCode;
            if (status == HttpStatusCode.OK)
                Acknowledged = Sent;
            return status;
        }
    }
}
