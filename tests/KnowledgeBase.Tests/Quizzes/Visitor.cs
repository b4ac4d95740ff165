using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Quizzes;

/// <summary>One browser, as its learner would use it: pages, forms, and the page's script when it saves.</summary>
public sealed partial class Visitor(HttpClient browser)
{
    private string _token = "";

    public HttpClient Browser { get; } = browser;

    /// <summary>The last answer to a form or a save.</summary>
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Visitor> ArriveAsync(Site site)
    {
        var visitor = new Visitor(site.Browser());
        await visitor.PageAsync($"/zh/quizzes/{QuizSite.Paper}");
        return visitor;
    }

    /// <summary>The page's HTML; takes its token along.</summary>
    public async Task<string> PageAsync(string address)
    {
        var page = await Browser.GetStringAsync(address, Cancellation);
        if (Token().Match(page) is { Success: true } match)
            _token = WebUtility.HtmlDecode(match.Groups[1].Value);
        return page;
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await Browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
            .Append(new("__RequestVerificationToken", _token))), Cancellation);

    /// <summary>Starts a paper and opens the attempt, whose page brings the token of the new guest.</summary>
    public async Task<Guid> StartAsync(string language = "zh", params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] fields = more.Any(field => field.Name == "paper") ? more : [("paper", QuizSite.Paper), .. more];
        var answer = await PostAsync($"/{language}/quizzes/start", fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        Assert.StartsWith($"/{language}/attempts/", address, StringComparison.Ordinal);
        await PageAsync(address);
        return Guid.Parse(address.Split('/', '?')[3]);
    }

    public Task<HttpResponseMessage> SaveAsync(Guid id, int position, long seq, params string[] choices) =>
        SendAsync(id, position, JsonSerializer.Serialize(new { seq, choices, flagged = false }));

    public Task<HttpResponseMessage> FlagAsync(Guid id, int position, long seq) =>
        SendAsync(id, position, JsonSerializer.Serialize(new { seq, choices = Array.Empty<string>(), flagged = true }));

    public Task<HttpResponseMessage> SendAsync(Guid id, int position, string json) =>
        SendAsync(id, position, new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")));

    public async Task<HttpResponseMessage> SendAsync(Guid id, int position, HttpContent content, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/attempts/{id}/answers/{position}") { Content = content };
        if (withToken)
            request.Headers.Add("RequestVerificationToken", _token);
        return await Browser.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> SubmitAsync(Guid id, params (string Name, string Value)[] fields) => PostAsync($"/zh/attempts/{id}/submit", fields);

    /// <summary>Whatever else it may be: every attempt page of this visitor, in both languages.</summary>
    public async Task<string> AttemptPageAsync(Guid id, string language = "zh", string query = "") => await PageAsync($"/{language}/attempts/{id}{query}");

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
