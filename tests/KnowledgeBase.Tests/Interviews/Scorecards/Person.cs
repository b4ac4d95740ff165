using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

/// <summary>Somebody at their browser, with what people do in an interview.</summary>
internal sealed partial class Person(HttpClient browser, Guid id, string email)
{
    private string _token = "";

    public Guid Id { get; } = id;

    public string Email { get; } = email;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string At(Guid interview, string page = "", string language = "zh") => $"/{language}/interviews/scorecards/{interview}{(page.Length == 0 ? "" : "/" + page)}";

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        var answer = await browser.GetAsync(address, Cancellation);
        if (Token().Match(await answer.Content.ReadAsStringAsync(Cancellation)) is { Success: true } match)
            _token = WebUtility.HtmlDecode(match.Groups[1].Value);
        return answer;
    }

    public async Task<HttpStatusCode> StatusAsync(string address) => (await GetAsync(address)).StatusCode;

    /// <summary>What a page says, as people read it.</summary>
    public async Task<string> PageAsync(string address)
    {
        var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        // Any page with a form has the token of whoever is looking at it.
        if (_token.Length == 0)
            await GetAsync("/zh/interviews/scorecards/self");
        return await browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
            .Append(new("__RequestVerificationToken", _token))), Cancellation);
    }

    /// <summary>Posts, and gives back where that leads.</summary>
    public async Task<string> GoAsync(string address, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(address, fields);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Found });
        return answer.Headers.Location!.OriginalString;
    }

    public async Task<Guid> PlanAsync(string title, params (string Name, string Value)[] more)
    {
        await PageAsync("/zh/interviews/scorecards/new");
        var to = await GoAsync("/zh/interviews/scorecards/new",
            [("_handler", "plan"), ("title", title), ("candidate", "韩梅梅"), ("question", ScorecardSite.First), ("question", ScorecardSite.Second), .. more]);
        return Guid.Parse(to.Split('/')[^1]);
    }

    /// <summary>The address of a new link.</summary>
    public async Task<string> InviteAsync(Guid interview, string role)
    {
        await GoAsync(At(interview, $"invite/{role}"));
        var page = await PageAsync(At(interview));
        return "/zh/interviews/scorecards/join/" + Regex.Match(page, $"id=\"link-{role}\"[^>]*value=\"[^\"]*/join/([\\w-]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
    }

    public async Task JoinAsync(string link)
    {
        await PageAsync(link);
        var to = await AcceptAsync(link);
        Assert.DoesNotContain("refused", to, StringComparison.Ordinal);
        await GetAsync("/zh/interviews/scorecards/self");
    }

    public Task<string> AcceptAsync(string link) => GoAsync($"{link}/accept");

    public Task<HttpResponseMessage> ScoreAsync(Guid interview, int position, string criterion, int level, string evidence, long seq = 1) =>
        PutAsync($"/api/scorecards/{interview}/scores/{position}/{criterion}", new { seq, level, evidence });

    public Task<HttpResponseMessage> NoteAsync(Guid interview, int position, string text, long seq = 1) =>
        PutAsync($"/api/scorecards/{interview}/notes/{position}", new { seq, text });

    /// <summary>All four criteria, in order, and submits.</summary>
    public async Task<string> FillInAsync(Guid interview, int[] levels, string evidence, bool submit = true)
    {
        await PageAsync(At(interview, "score"));
        foreach (var (index, level) in levels.Index())
        {
            var answer = await ScoreAsync(interview, 1 + (index / 2), index % 2 == 0 ? ScorecardSite.Cause : ScorecardSite.Fix, level, $"{evidence} {index + 1}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        return submit ? await GoAsync(At(interview, "submit")) : "";
    }

    public async Task<HttpResponseMessage> PutAsync(string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", _token);
        return await browser.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> SignInAsync(string account) => new Tests.Learners.Visitor(browser).SignInAsync(account);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
