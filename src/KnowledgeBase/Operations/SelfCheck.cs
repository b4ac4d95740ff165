using System.Globalization;

namespace KnowledgeBase.Operations;

/// <summary><c>KnowledgeBase --healthcheck</c>: asks the running site whether it is ready. The container has no shell and no curl.</summary>
internal static class SelfCheck
{
    public const string Argument = "--healthcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>0 if ready, 1 if not.</returns>
    public static async Task<int> RunAsync()
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Port()}/health/ready"));
            Console.WriteLine(answer.IsSuccessStatusCode ? "ready" : $"not ready: {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"not ready: {failure.Message}");
            return 1;
        }
    }

    private static int Port()
    {
        var ports = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")?.Split(';')[0];
        var url = Environment.GetEnvironmentVariable("ASPNETCORE_URLS")?.Split(';')[0].Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal);
        return url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Port
            : int.TryParse(ports, CultureInfo.InvariantCulture, out var port) ? port
            : OperationsFeature.DefaultPort;
    }
}
