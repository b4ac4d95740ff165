using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KnowledgeBase.Benchmarks;

/// <summary>A room with many members: how soon all of them see a question, and what each of them costs.</summary>
internal static class RoomCommand
{
    private const double MostMilliseconds = 300;
    private const double MostKilobytes = 24;

    public static Command Make()
    {
        var members = new Option<int>("--members") { Description = "How many are in the room", DefaultValueFactory = _ => 1_000 };
        var rounds = new Option<int>("--rounds") { Description = "Questions that are opened", DefaultValueFactory = _ => 6 };
        var command = new Command("rooms", "Measures opening questions to everybody in one room, on one node with SQLite.") { members, rounds };
        command.SetAction(async (parsed, _) => await RunAsync(parsed.GetValue(members), parsed.GetValue(rounds)) ? 0 : 1);
        return command;
    }

    private static async Task<bool> RunAsync(int count, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("kb-rooms-");
        try
        {
            using var server = await RoomServer.StartAsync(Path.Combine(folder.FullName, "knowledge.db"));
            Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; the site and its {count} members share them");
            using var host = await Browser.SignInAsync(server.Address, BenchmarkSite.AdminEmail);
            var list = await host.PageAsync("/zh/interviews");
            var paper = list.Split("<option value=\"")[1].Split('"')[0];
            var address = await host.PostAsync("/zh/interviews/open", ("paper", paper), ("scoring", "Speed"), ("pace", "Hand"), ("seconds", "300"), ("reveal", "15"));
            var code = address.Split('/')[^1];

            var people = await JoinAsync(server.Address, code, count);
            var before = await server.MemoryAsync();
            var listeners = people.Select(one => new Listener(one)).ToList();
            foreach (var group in listeners.Chunk(100))
                await Task.WhenAll(group.Select(listener => listener.OpenAsync($"/zh/interviews/{code}/events")));
            await Task.WhenAll(listeners.Select(listener => listener.HearsAsync("Lobby-0")));
            await Task.Delay(3000);
            var after = await server.MemoryAsync();
            var each = (after.Heap - before.Heap) / 1024.0 / count;

            var missed = 0;
            Console.WriteLine("| question | p50 ms | p99 ms | most ms |");
            Console.WriteLine("|---|---|---|---|");
            for (var position = 1; position <= rounds; position++)
            {
                var revision = (await host.PageAsync(address)).Split("name=\"revision\" value=\"")[1].Split('"')[0];
                var begin = Stopwatch.GetTimestamp();
                await host.PostAsync($"{address}/host/{(position == 1 ? "start" : "next")}", ("revision", revision));
                var came = await Task.WhenAll(listeners.Select(listener => listener.HearsAsync($"Asking-{position}")));
                var waits = came.Select(ticks => Stopwatch.GetElapsedTime(begin, ticks).TotalMilliseconds).Order().ToArray();
                var p99 = waits[(int)((waits.Length - 1) * 0.99)];
                missed += p99 > MostMilliseconds ? 1 : 0;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {position} | {waits[waits.Length / 2]:0} | {p99:0} | {waits[^1]:0} |"));
                revision = (await host.PageAsync(address)).Split("name=\"revision\" value=\"")[1].Split('"')[0];
                await host.PostAsync($"{address}/host/reveal", ("revision", revision));
                await Task.WhenAll(listeners.Select(listener => listener.HearsAsync($"Revealed-{position}")));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap {each:0.0} KB a member (must be ≤ {MostKilobytes}), resident {after.Resident / 1_048_576.0:0} MB with {count} members; p99 must be ≤ {MostMilliseconds} ms, missed {missed} of {rounds}"));
            foreach (var one in people)
                one.Dispose();
            return missed == 0 && each <= MostKilobytes;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<Browser>> JoinAsync(Uri site, string code, int count)
    {
        var people = new ConcurrentBag<Browser>();
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var guest = Browser.Guest(site);
            await guest.PageAsync($"/zh/interviews/{code}");
            await guest.PostAsync("/zh/interviews/join", ("code", code), ("name", $"Member {i}"));
            people.Add(guest);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} joined in {clock.Elapsed.TotalSeconds:0.0} s"));
        return [.. people];
    }

    /// <summary>An open stream, and when each state came.</summary>
    private sealed class Listener(Browser browser)
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _came = new(StringComparer.Ordinal);

        public async Task OpenAsync(string address)
        {
            var stream = await browser.StreamAsync(address);
            _ = Task.Run(() => ReadAsync(stream));
        }

        public Task<long> HearsAsync(string key) => Of(key).Task.WaitAsync(TimeSpan.FromSeconds(30));

        private TaskCompletionSource<long> Of(string key) => _came.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

        private async Task ReadAsync(Stream stream)
        {
            const string Mark = "data-key=\"";
            using var reader = new StreamReader(stream, Encoding.UTF8, false, 1024);
            try
            {
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var start)
                        Of(line[(start + Mark.Length)..].Split('"')[0]).TrySetResult(Stopwatch.GetTimestamp());
                }
            }
            catch (Exception over) when (over is IOException or HttpRequestException or ObjectDisposedException)
            {
                // The run is over.
            }
        }
    }
}
