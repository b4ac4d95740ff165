using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>The built site as a process of its own, which can be killed; always on the same port and database.</summary>
/// <param name="settings">Environment variables of its own.</param>
internal sealed class ServerProcess(params (string Name, string Value)[] settings) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-process-");
    private readonly StringBuilder _output = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "knowledge.db")};Pooling=False";

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Executable()) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // A process that lives for a second has no use for measuring itself.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Storage__ConnectionString"] = ConnectionString;
        start.Environment["Content__Folder"] = TinyBook.Folder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync(cancellation);
    }

    /// <summary>A browser with cookies of its own.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) })
    {
        BaseAddress = new($"http://127.0.0.1:{_port}"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        _folder.Delete(recursive: true);
    }

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        using var client = Browser();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            try
            {
                if ((await client.GetAsync("/health/ready", cancellation)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (_process!.HasExited || waited.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"The site did not start:\n{Output}");
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    // Beside the tests' own output, built in the same configuration.
    private static string Executable()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "KnowledgeBase", own.Name, OperatingSystem.IsWindows() ? "KnowledgeBase.exe" : "KnowledgeBase");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
