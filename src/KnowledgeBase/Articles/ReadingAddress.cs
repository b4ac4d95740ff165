using KnowledgeBase.Content;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Articles;

/// <summary>Where things of the book are read, in the language of the page being made.</summary>
internal static class ReadingAddress
{
    public static string Book => $"/{SiteLanguage.Current}/read";

    public static string Of(Chapter chapter) => $"{Book}/{chapter.Slug}";

    public static string Of(Section section) => $"{Book}/{section.Chapter}/{section.Slug}";

    /// <summary>The start page of the paper that asks about a section.</summary>
    public static string Quiz(Section section) => $"/{SiteLanguage.Current}/quizzes/section-{section.Slug}";

    /// <summary>The start page of the paper that asks about a chapter.</summary>
    public static string Quiz(Chapter chapter) => $"/{SiteLanguage.Current}/quizzes/chapter-{chapter.Slug}";

    /// <summary>Where the open questions of a section are answered and scored against their rubrics by oneself.</summary>
    public static string OpenQuestions(Section section) => $"/{SiteLanguage.Current}/interviews/scorecards/self?section={section.Slug}";
}
