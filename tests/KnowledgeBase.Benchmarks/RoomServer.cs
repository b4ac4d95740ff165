using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace KnowledgeBase.Benchmarks;

/// <summary>The site in a process of its own, so that what its clients need is not counted as its own. It says its heap whenever asked.</summary>
internal sealed class RoomServer : IDisposable
{
    private const string Name = "room-server";
    private readonly Process _process;

    private RoomServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What the benchmark starts; not for people.</summary>
    public static Command Make()
    {
        var database = new Option<string>("--database") { Required = true };
        var command = new Command(Name, "The site for the benchmark of rooms") { database };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            await using var site = new BenchmarkSite(parsed.GetValue(database)!).Start();
            Console.WriteLine($"address {site.Address}");
            while (Console.ReadLine() is not null)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap {GC.GetTotalMemory(forceFullCollection: true)} {Environment.WorkingSet}"));
        });
        return command;
    }

    public static async Task<RoomServer> StartAsync(string database)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Name, "--database", database]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new(process, new(await SaidAsync(process, "address")));
    }

    /// <summary>Bytes of heap after a full collection, and of resident memory.</summary>
    public async Task<(long Heap, long Resident)> MemoryAsync()
    {
        await _process.StandardInput.WriteLineAsync("heap");
        await _process.StandardInput.FlushAsync();
        var said = (await SaidAsync(_process, "heap")).Split(' ');
        return (long.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<string> SaidAsync(Process process, string what)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(what + " ", StringComparison.Ordinal))
                return line[(what.Length + 1)..];
        }
        throw new InvalidOperationException("The site ended.");
    }
}
