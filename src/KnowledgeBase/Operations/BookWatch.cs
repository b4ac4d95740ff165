using KnowledgeBase.Content;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Operations;

/// <summary>In development: what an author saves is on the next page, or the next page says what is wrong with it.</summary>
internal sealed class BookWatch : IDisposable
{
    private readonly Importer _importer;
    private readonly ILogger<BookWatch> _log;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly FileSystemWatcher? _watcher;
    private Problems _problems = new();

    // At the start too: the folder may have been broken already, and the site was started from an older book.
    private volatile bool _isDirty = true;

    public BookWatch(Importer importer, IOptions<ContentOptions> options, ILogger<BookWatch> log)
    {
        (_importer, _log) = (importer, log);
        if (options.Value.Find() is not { } folder)
            return;
        try
        {
            _watcher = new(folder) { IncludeSubdirectories = true };
            _watcher.Changed += (_, _) => _isDirty = true;
            _watcher.Created += (_, _) => _isDirty = true;
            _watcher.Deleted += (_, _) => _isDirty = true;
            _watcher.Renamed += (_, _) => _isDirty = true;
            _watcher.Error += (_, _) => _isDirty = true;
            _watcher.EnableRaisingEvents = true;
        }
        // The system's watches are used up; then every page looks, which costs milliseconds.
        catch (IOException failure)
        {
            _log.LogWarning("The content folder cannot be watched ({Reason}); every page looks for changes itself", failure.Message);
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsPage(context.Request))
        {
            if (_isDirty || _watcher is null)
                await ImportAsync(context.RequestAborted);
            if (_problems.Any)
            {
                await ProblemPage.WriteAsync(context, _problems);
                return;
            }
        }
        await next(context);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _one.Dispose();
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            // Before reading: what is saved while we read makes the next page look again.
            _isDirty = false;
            var result = await _importer.ImportAsync(line => _log.LogInformation("{Progress}", line), CancellationToken.None);
            _problems = result.Problems;
            foreach (var problem in _problems.Errors)
                _log.LogError("{Problem}", problem);
        }
        catch (DirectoryNotFoundException missing)
        {
            _log.LogError("{Problem}", missing.Message);
        }
        catch (Exception)
        {
            _isDirty = true;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Path.HasExtension(request.Path)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
