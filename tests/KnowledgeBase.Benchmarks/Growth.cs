using System.Diagnostics;
using System.Globalization;

namespace KnowledgeBase.Benchmarks;

/// <summary>The same things done at two sizes, taking turns, and how much longer they take at the larger one.</summary>
internal static class Growth
{
    /// <summary>The most that a page or a save may grow.</summary>
    private const double Most = 1.3;

    public static async Task<bool> RunAsync(DirectoryInfo folder, int[] sizes, int items, int rounds)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_073_741_824.0:0.#} GB, .NET {Environment.Version}, {Environment.OSVersion}; databases in {folder.FullName}");
        var empty = Path.Combine(folder.FullName, "empty.db");
        await using (var site = new BenchmarkSite(empty).Start())
            await WaitForBookAsync(site.Address);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        var stages = new List<Stage>();
        foreach (var size in sizes)
        {
            var database = Path.Combine(folder.FullName, $"{size}.db");
            File.Copy(empty, database);
            var clock = Stopwatch.StartNew();
            var paper = await Seeding.FillAsync(database, size, items);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:#,0} attempts of {items} questions: {new FileInfo(database).Length / 1_048_576.0:#,0} MB in {clock.Elapsed.TotalSeconds:0} s"));
            stages.Add(await Stage.OpenAsync(database, paper));
        }

        var results = await MeasureAsync(stages, rounds);
        Print(sizes, results);
        foreach (var stage in stages)
            await stage.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return results.All(result => result.Holds);
    }

    private static async Task<List<Result>> MeasureAsync(List<Stage> stages, int rounds)
    {
        (string Name, bool Bound, Func<Stage, Task<double>> Do)[] acts =
        [
            ("history page, a learner with 9 attempts", true, stage => Stage.PagesAsync(stage.Light, "/zh/history")),
            ("history page, a learner with a tenth of all", true, stage => Stage.PagesAsync(stage.Heavy, "/zh/history")),
            ("statistics page of a paper", true, stage => Stage.PagesAsync(stage.Author, $"/zh/author/statistics/{stage.Paper}")),
            ("list of all papers' statistics", true, stage => Stage.PagesAsync(stage.Author, "/zh/author/statistics")),
            ("answer saved, p50", true, stage => stage.SavesAsync()),
            ("statistics computed, first attempts", false, stage => stage.ComputeAsync("first")),
            ("statistics computed, all attempts", false, stage => stage.ComputeAsync("all")),
        ];
        var results = new List<Result>();
        foreach (var (name, bound, act) in acts)
        {
            var times = stages.Select(_ => new List<double>()).ToArray();
            // The first round warms up and does not count; what takes minutes is done once.
            for (var round = 0; round <= (bound ? rounds : 0); round++)
            {
                foreach (var (index, stage) in stages.Index())
                {
                    var time = await act(stage);
                    if (round > 0 || !bound)
                        times[index].Add(time);
                }
            }
            results.Add(new(name, bound, Median(times[0]), Median(times[1])));
            Console.WriteLine($"  {name}: done");
        }
        return results;
    }

    private static void Print(int[] sizes, List<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| milliseconds, median | {sizes[0]:#,0} | {sizes[1]:#,0} | ratio | must be |"));
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var result in results)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {result.Name} | {result.Small:#,0.00} | {result.Large:#,0.00} | {result.Ratio:0.00} | {(result.IsBound ? $"≤ {Most}{(result.Holds ? "" : " MISSED")}" : "")} |"));
    }

    private static double Median(List<double> times) => Stage.Median(times);

    private static async Task WaitForBookAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(3))
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(500);
        }
        throw new TimeoutException("The book was not imported within three minutes.");
    }

    private sealed record Result(string Name, bool IsBound, double Small, double Large)
    {
        public double Ratio => Large / Small;

        public bool Holds => !IsBound || Ratio <= Most;
    }
}
