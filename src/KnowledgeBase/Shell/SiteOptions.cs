using System.ComponentModel.DataAnnotations;

namespace KnowledgeBase.Shell;

/// <summary>What a team calls its site and where people reach it.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Shown in the bar and in every title; empty: the product's own name in the page's language.</summary>
    public string Title { get; set; } = "";

    /// <summary>Scheme and host for canonical links, without a trailing slash; empty: links stay relative, since a request's
    /// Host header could be forged and the page that answers it is kept for everybody.</summary>
    [RegularExpression("|https?://[^/?#]+/?", ErrorMessage = "Site:PublicUrl must be like https://kb.example.org, without a path.", MatchTimeoutInMilliseconds = 1000)]
    public string PublicUrl { get; set; } = "";

    public string NameOr(string productName) => Title is { Length: > 0 } ? Title : productName;

    public string Absolute(string path) => PublicUrl.TrimEnd('/') + path;

    /// <summary>The same for a page that nobody else is shown: where nothing is configured, as this reader reached us.</summary>
    public string Public(HttpRequest request, string path) => (PublicUrl.Length > 0 ? PublicUrl.TrimEnd('/') : $"{request.Scheme}://{request.Host}") + path;
}
