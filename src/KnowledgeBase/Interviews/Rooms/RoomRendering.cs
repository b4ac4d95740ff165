using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Rooms;

/// <summary>Makes the HTML that goes out by event streams: the very components that the pages use.</summary>
internal sealed class RoomRendering(IServiceScopeFactory scopes, ILoggerFactory logs, IStringLocalizer<Words> words)
{
    private readonly ConcurrentDictionary<string, OwnWords> _words = new(StringComparer.Ordinal);

    public async Task<string> HtmlAsync(RoomView view, RoomAudience audience, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RoomRegion.View)] = view, [nameof(RoomRegion.Audience)] = audience });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<RoomRegion>(parameters)).ToHtmlString());
    }

    public OwnWords WordsOf(string language) => _words.GetOrAdd(language, static (tongue, all) =>
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(tongue);
        try
        {
            return OwnWords.Of(all);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }, words);
}
