namespace KnowledgeBase.Content;

internal static class ContentFeature
{
    public static void AddContent(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Book>();
    }
}
