using System.CommandLine;

namespace KnowledgeBase.Benchmarks;

/// <summary>How the site behaves as attempts grow. Nothing here is a test: a person runs it, on a machine that does little else.</summary>
internal static class CommandLine
{
    public static Task<int> Main(string[] args)
    {
        var attempts = new Option<int[]>("--attempts")
        {
            Description = "The two sizes that are compared. A million attempts of 5 questions are about 3 GB and some minutes of seeding.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10_000, 100_000],
        };
        var items = new Option<int>("--items") { Description = "Questions of each attempt", DefaultValueFactory = _ => 5 };
        var rounds = new Option<int>("--rounds") { Description = "Each figure is the median of so many, the sizes taking turns", DefaultValueFactory = _ => 7 };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where the databases are made; a new temporary folder if not said. They are deleted at the end." };
        var keep = new Option<bool>("--keep") { Description = "Leave the databases there" };

        var command = new RootCommand("Measures the history page, the statistics pages, computing statistics and saving answers at two sizes in one run.") { attempts, items, rounds, folder, keep };
        command.SetAction(async (parsed, _) =>
        {
            var sizes = parsed.GetValue(attempts)!;
            if (sizes.Length != 2 || sizes[0] < 1_000 || sizes[1] <= sizes[0] || parsed.GetValue(items) is < 1 or > 20 || parsed.GetValue(rounds) < 5)
            {
                Console.Error.WriteLine("--attempts takes two sizes from 1000, the smaller first; --items 1 to 20; --rounds 5 or more.");
                return 2;
            }
            var place = parsed.GetValue(folder) ?? Directory.CreateTempSubdirectory("kb-benchmark-");
            try
            {
                return await Growth.RunAsync(place, sizes, parsed.GetValue(items), parsed.GetValue(rounds)) ? 0 : 1;
            }
            finally
            {
                if (!parsed.GetValue(keep))
                    place.Delete(recursive: true);
            }
        });
        command.Add(RoomCommand.Make());
        command.Add(RoomServer.Make());
        return command.Parse(args).InvokeAsync();
    }
}
