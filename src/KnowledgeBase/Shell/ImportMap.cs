using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Shell;

/// <summary>
/// Tells the browser the fingerprinted address of each of our modules, so that an import inside a module is cached for ever too.
/// A constant text, allowed by its hash in the security policy, so that cached pages can carry it.
/// </summary>
internal sealed class ImportMap
{
    /// <summary>The text between the script tags; complete once <see cref="Fill"/> has run.</summary>
    public string Json { get; private set; } = "{}";

    public void Fill(IEndpointRouteBuilder app)
    {
        var assets = app.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>())
            .FirstOrDefault(collection => collection is not null);
        var imports = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in assets ?? ResourceAssetCollection.Empty)
        {
            if (asset.Properties?.FirstOrDefault(property => property.Name == "label")?.Value is { } label
                && label.EndsWith(".js", StringComparison.Ordinal) && !label.StartsWith("_framework", StringComparison.Ordinal))
                imports["/" + label] = "/" + asset.Url;
        }
        Json = JsonSerializer.Serialize(new { imports });
    }
}
