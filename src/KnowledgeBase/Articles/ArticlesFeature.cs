using KnowledgeBase.Content;
using KnowledgeBase.Shell;
using Microsoft.AspNetCore.OutputCaching;

namespace KnowledgeBase.Articles;

internal static class ArticlesFeature
{
    public static void AddArticles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticleCatalog>();
        builder.Services.AddSingleton<IContentKind, ArticleImport>();
    }

    /// <summary>Pages kept from an older book are not served once there is a newer one.</summary>
    public static void UseArticles(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<IOutputCacheStore>();
        app.Services.GetRequiredService<Book>().Changed += (_, _) => PageCache.DropAsync(pages).GetAwaiter().GetResult();
    }
}
