using System.Globalization;
using Bunit;
using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Shell;

public class LanguageSwitchTests : BunitContext
{
    [Theory]
    [InlineData("zh", "/zh", "/en")]
    [InlineData("zh", "/zh/read/deep-learning/optimizers", "/en/read/deep-learning/optimizers")]
    [InlineData("en", "/en/quizzes", "/zh/quizzes")]
    [InlineData("en", "/error/404", "/zh")]
    [InlineData("zh", "/zhang", "/en")]
    public void It_leads_to_the_same_page_in_the_other_language(string language, string here, string there)
    {
        Assert.Equal(there, Link(language, here).GetAttribute("href"));
    }

    [Fact]
    public void A_query_is_left_out_since_pages_are_kept_by_their_path()
    {
        Assert.Equal("/en/read", Link("zh", "/zh/read?from=mail").GetAttribute("href"));
    }

    [Fact]
    public void It_is_named_and_marked_in_the_language_it_leads_to()
    {
        var (toEnglish, toChinese) = (Link("zh", "/zh"), Link("en", "/en"));

        Assert.Equal(("English", "en", "en"), (toEnglish.TextContent, toEnglish.GetAttribute("lang"), toEnglish.GetAttribute("hreflang")));
        Assert.Equal(("中文", "zh-CN", "zh-CN"), (toChinese.TextContent, toChinese.GetAttribute("lang"), toChinese.GetAttribute("hreflang")));
    }

    private AngleSharp.Dom.IElement Link(string language, string here)
    {
        CultureInfo.CurrentUICulture = new(language);
        Services.GetRequiredService<NavigationManager>().NavigateTo(here);
        return Render<LanguageSwitch>().Find("a");
    }
}
