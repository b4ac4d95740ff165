using System.Globalization;
using Bunit;
using KnowledgeBase.History;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.History;

public class MasteryTests : BunitContext
{
    public MasteryTests()
    {
        Services.AddLocalization();
        CultureInfo.CurrentUICulture = new("en");
    }

    private IRenderedComponent<Mastery> Render(params ChapterMastery[] chapters) => Render<Mastery>(with => with.Add(mastery => mastery.Chapters, chapters));

    [Fact]
    public void The_bar_and_the_row_say_the_same()
    {
        var mastery = Render(new("deep", HistorySite.Both("Deep"), 18, 24, .625), new("models", HistorySite.Both("Models"), 3, 10, 1));

        Assert.Equal(["63", "100"], mastery.FindAll(".mastered").Select(bar => bar.GetAttribute("width")));
        Assert.Equal(["63%", "18 of 24", "100%", "3 of 10"], mastery.FindAll("tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("/en/read/deep", mastery.Find("tbody th a").GetAttribute("href"));
    }

    [Fact]
    public void A_chapter_not_met_has_no_figure_rather_than_nought()
    {
        var mastery = Render(new ChapterMastery("deep", HistorySite.Both("Deep"), 0, 24, null));

        Assert.Empty(mastery.FindAll(".mastered"));
        Assert.Equal(["not yet", "0 of 24"], mastery.FindAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }
}
