using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

internal sealed class ArticlePage(Visitor visitor)
{
    /// <summary>An article that every journey may read, with a quiz of its own.</summary>
    public const string Optimizers = "read/deep-learning/optimizers";

    public ILocator Title => visitor.Page.Locator("main h1");

    public ILocator Text => visitor.Page.Locator("article.prose");

    public ILocator Formulas => Text.Locator(".katex");

    public ILocator Figures => Text.Locator("figure svg");

    public ILocator CopyButtons => Text.Locator("button.copy");

    /// <summary>Beside the text on a wide screen, below it on a narrow one.</summary>
    public ILocator QuizLink => visitor.Page.Locator("a[href*='/quizzes/section-']:visible").First;

    public static async Task<ArticlePage> OpenAsync(Visitor visitor, string path = Optimizers)
    {
        await visitor.Page.GotoAsync(visitor.In(path));
        var article = new ArticlePage(visitor);
        await Expect(article.Text).ToBeVisibleAsync();
        return article;
    }

    public async Task<StartPage> ToItsQuizAsync()
    {
        await visitor.ActivateAsync(QuizLink);
        return await StartPage.ArrivedAsync(visitor);
    }
}
