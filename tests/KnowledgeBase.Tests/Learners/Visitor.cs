using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Learners;

namespace KnowledgeBase.Tests.Learners;

/// <summary>One browser, with what people do in it: open pages, fill forms.</summary>
internal sealed class Visitor(HttpClient browser)
{
    public const string Password = "seven quiet herons";

    public HttpClient Browser => browser;

    public Task<HttpResponseMessage> GetAsync(string address) => browser.GetAsync(address, TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> OpenAsync(string address) => await ReadAsync(await GetAsync(address));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens the page, fills the named form and sends it as a browser without scripts would.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, string form, params (string Name, string Value)[] typed) =>
        await SubmitAsync(await OpenAsync(address), address, form, typed);

    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string address, string form, params (string Name, string Value)[] typed)
    {
        var element = page.QuerySelectorAll("form").Single(candidate => candidate.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = element.QuerySelectorAll<IHtmlInputElement>("input[name]").ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            Assert.True(fields.ContainsKey(name), $"The form has no field {name}.");
            fields[name] = value;
        }
        return browser.PostAsync(element.GetAttribute("action") ?? address, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> RegisterAsync(string email, string password = Password, string query = "") =>
        SubmitAsync("/zh/account/register" + query, "register", ("name", "李雷"), ("email", email), ("password", password));

    public Task<HttpResponseMessage> SignInAsync(string email, string password = Password, string query = "") =>
        SubmitAsync("/zh/account/sign-in" + query, "sign-in", ("email", email), ("password", password));

    public async Task<Guid> BecomeGuestAsync() => Guid.Parse(await browser.GetStringAsync(LearnersSite.Keep, TestContext.Current.CancellationToken));

    public async Task<Me> WhoAsync() => (await browser.GetFromJsonAsync<Me>("/api/me", TestContext.Current.CancellationToken))!;
}
