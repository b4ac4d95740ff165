using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Benchmarks;

/// <summary>Somebody signed in, who times what they do.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;
    private string _token = "";

    private Browser(Uri site) =>
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(30) };

    public static async Task<Browser> SignInAsync(Uri site, string email)
    {
        var browser = new Browser(site);
        await browser.PageAsync("/zh/account/sign-in");
        await browser.PostAsync("/zh/account/sign-in", ("_handler", "sign-in"), ("email", email), ("password", BenchmarkSite.Password));
        return browser;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static Browser Guest(Uri site) => new(site);

    /// <summary>An open stream; it ends with the browser.</summary>
    public async Task<Stream> StreamAsync(string address)
    {
        var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStreamAsync();
    }

    public async Task<string> PageAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address} answered {answer.StatusCode}: {text}");
        if (Token().Match(text) is { Success: true } match)
            _token = WebUtility.HtmlDecode(match.Groups[1].Value);
        return text;
    }

    /// <summary>Where the answer sends to.</summary>
    public async Task<string> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(new("__RequestVerificationToken", _token)));
        using var answer = await _client.PostAsync(new Uri(address, UriKind.Relative), content);
        return answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"{address} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Milliseconds for a page, whole.</summary>
    public async Task<double> TimePageAsync(string address)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>The id of a new attempt, whose page was opened.</summary>
    public async Task<string> StartAsync(string paper)
    {
        await PageAsync($"/zh/quizzes/{paper}");
        var address = await PostAsync("/zh/quizzes/start", ("paper", paper), ("mode", "practice"), ("afresh", "1"));
        await PageAsync(address);
        return address.Split('/', '?')[3];
    }

    /// <summary>Milliseconds until an answer is on disk; an empty choice, so that every kind of question takes it.</summary>
    public async Task<double> TimeSaveAsync(string attempt, long seq)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/attempts/{attempt}/answers/1")
        {
            Content = JsonContent.Create(new { seq, choices = Array.Empty<string>(), flagged = seq % 2 == 0 }),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        var clock = Stopwatch.StartNew();
        using var answer = await _client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
