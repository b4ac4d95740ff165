namespace KnowledgeBase.Content;

internal static class ContentFeature
{
    public static void AddContent(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section);
        builder.Services.AddSingleton<Book>();
        builder.Services.AddSingleton<Importer>();
    }
}
