using KnowledgeBase.Content;

namespace KnowledgeBase.Questions;

internal static class QuestionsFeature
{
    public static void AddQuestions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QuestionBank>();
        builder.Services.AddSingleton<IContentKind, QuestionImport>();
    }
}
