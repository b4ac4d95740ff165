using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

/// <summary>An author at a browser without scripts: what stands in a form is what is sent, with the button that is pressed.</summary>
internal sealed class Author(HttpClient browser)
{
    public HttpClient Browser => browser;

    /// <summary>Where the last form led.</summary>
    public string Address { get; private set; } = "";

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Address = address;
        return await ReadAsync(answer);
    }

    /// <summary>Fills fields, presses a button of the named form, and follows where it leads.</summary>
    public async Task<IHtmlDocument> PressAsync(IHtmlDocument page, string form, string? button, params (string Name, string Value)[] typed)
    {
        var element = page.QuerySelectorAll<IHtmlFormElement>("form").Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        foreach (var (name, value) in typed)
            Type(element, name, value);
        var fields = Fields(element).ToList();
        if (button is not null)
        {
            Assert.Contains(element.QuerySelectorAll("button[name=do]"), one => one.GetAttribute("value") == button && !one.HasAttribute("disabled"));
            fields.Add(new("do", button));
        }
        var answer = await browser.PostAsync(element.GetAttribute("action"), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.OK)
            return await ReadAsync(answer);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return await OpenAsync(answer.Headers.Location!.ToString());
    }

    private static void Type(IHtmlFormElement form, string name, string value)
    {
        var controls = form.QuerySelectorAll($"[name='{name}']").ToList();
        Assert.NotEmpty(controls);
        if (controls.OfType<IHtmlInputElement>().Where(one => one.Type is "checkbox" or "radio").ToList() is { Count: > 0 } ticks)
        {
            foreach (var tick in ticks.Where(one => one.Type == "radio" || one.Value == value))
                tick.IsChecked = tick.Value == value;
        }
        else if (controls[0] is IHtmlSelectElement select)
        {
            Assert.Contains(select.Options, option => option.Value == value);
            select.Value = value;
        }
        else if (controls[0] is IHtmlTextAreaElement text)
        {
            text.Value = value;
        }
        else
        {
            ((IHtmlInputElement)controls[0]).Value = value;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement text:
                    yield return new(name, text.Value);
                    break;
                default:
                    throw new InvalidOperationException(control.OuterHtml);
            }
        }
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
