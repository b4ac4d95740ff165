using KnowledgeBase.Content;

namespace KnowledgeBase.Articles;

internal static class ArticlesFeature
{
    public static void AddArticles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticleCatalog>();
        builder.Services.AddSingleton<IContentKind, ArticleImport>();
    }
}
