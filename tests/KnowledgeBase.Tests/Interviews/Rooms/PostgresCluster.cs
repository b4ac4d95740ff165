using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KnowledgeBase.Tests.Operations;

namespace KnowledgeBase.Tests.Interviews.Rooms;

/// <summary>A PostgreSQL of the test's own, where one is installed; it is gone with the test.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-postgres-");
    private readonly string _tools;
    private readonly int _port = FreePort();

    private PostgresCluster(string tools)
    {
        _tools = tools;
        if (Environment.UserName == "root")
            Run("chown", "postgres", _folder.FullName);
        Tool("initdb", "-D", Data, "-U", "kb", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C");
        Tool("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-p {_port} -k {_folder.FullName} -c listen_addresses=127.0.0.1", "start");
        Tool("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "kb", "kb");
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=kb;Database=kb";

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Null where PostgreSQL is not installed and cannot be.</summary>
    public static async Task<PostgresCluster?> StartAsync()
    {
        if (Tools() is null)
            await DebianPackage.InstallAsync("postgresql");
        return Tools() is { } tools ? new(tools) : null;
    }

    public void Dispose()
    {
        Tool("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        _folder.Delete(recursive: true);
    }

    private static string? Tools()
    {
        const string All = "/usr/lib/postgresql";
        return Directory.Exists(All) ? Directory.GetDirectories(All).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) : null;
    }

    // It refuses to run as root.
    private void Tool(string name, params string[] arguments)
    {
        var tool = Path.Combine(_tools, name);
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", tool, .. arguments]);
        else
            Run(tool, arguments);
    }

    // Its output goes nowhere: the server keeps what it was started with open.
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
