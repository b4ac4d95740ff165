using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Shell;

/// <summary>The address of the page being made.</summary>
internal static class SiteAddress
{
    /// <summary>Without query: pages are kept by their path alone, so nothing in them may depend on more.</summary>
    public static string Path(NavigationManager navigation) => new Uri(navigation.Uri).AbsolutePath;

    /// <summary>The same page in another language; its home page where an address has no language (errors).</summary>
    public static string In(string language, string path) =>
        SiteLanguage.Of(path) is { } current ? "/" + language + path[(current.Length + 1)..] : "/" + language;
}
