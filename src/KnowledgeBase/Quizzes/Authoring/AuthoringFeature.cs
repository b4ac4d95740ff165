namespace KnowledgeBase.Quizzes.Authoring;

internal static class AuthoringFeature
{
    public static void AddAuthoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuthoredPapers>();
        builder.Services.AddSingleton<PaperPeople>();
        builder.Services.AddSingleton<PaperWorkshop>();
    }
}
