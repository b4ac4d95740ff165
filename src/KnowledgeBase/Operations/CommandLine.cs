using System.CommandLine;
using System.Data.Common;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Operations;

/// <summary>What the program can do besides serving. Each command says what it did and exits with 0 only if it did it.</summary>
internal sealed class CommandLine(Func<string[], WebApplicationBuilder> compose)
{
    private readonly List<(string Name, string Description, Func<IServiceProvider, Command> Make)> _more = [];

    /// <summary>A first word that is no setting names a command. Whoever hosts the site in a test passes settings.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <summary>Adds a command of a folder that this one may not know. It gets a migrated store.</summary>
    public CommandLine With(string name, string description, Func<IServiceProvider, Command> make)
    {
        _more.Add((name, description, make));
        return this;
    }

    public async Task<int> RunAsync(string[] args)
    {
        try
        {
            var root = new RootCommand("KnowledgeBase: a knowledge base and quiz site. Without a command it serves the site.")
            {
                new CheckCommand(compose).Create(),
                new ImportCommand(compose).Create(),
            };
            if (_more.Find(more => more.Name == args[0]) is not { Make: not null } wanted)
            {
                foreach (var (name, description, _) in _more)
                    root.Add(new Command(name, description));
                return await InvokeAsync(root, args);
            }

            await using var app = Build(compose, []);
            await app.Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
            await using var scope = app.Services.CreateAsyncScope();
            root.Add(wanted.Make(scope.ServiceProvider));
            return await InvokeAsync(root, args);
        }
        catch (Exception failure) when (failure is OptionsValidationException or DbException or StartException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    // The library would answer every failure with a stack trace.
    private static Task<int> InvokeAsync(RootCommand root, string[] args) =>
        root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });

    /// <summary>The site's services with these settings, not serving. Commands speak for themselves, so only real trouble is logged.</summary>
    public static WebApplication Build(Func<string[], WebApplicationBuilder> compose, string[] settings)
    {
        var builder = compose(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(level => level >= LogLevel.Error);
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }
}
