using Bunit;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Tests.Articles;

public class ContentsTests : BunitContext
{
    [Fact]
    public void Headings_of_the_third_level_stand_under_the_one_they_belong_to()
    {
        var contents = Render<Contents>(parameters => parameters.Add(contents => contents.Headings,
        [
            new(2, "adam", "Adam：方向与幅度"),
            new(3, "bias", "偏差纠正"),
            new(3, "bound", "步长有没有上限"),
            new(2, "mistakes", "常见错误"),
        ]));

        contents.MarkupMatches("""
            <ul>
              <li><a href="#adam">Adam：方向与幅度</a>
                <ul><li><a href="#bias">偏差纠正</a></li><li><a href="#bound">步长有没有上限</a></li></ul>
              </li>
              <li><a href="#mistakes">常见错误</a></li>
            </ul>
            """);
    }

    [Fact]
    public void An_article_without_headings_has_an_empty_list_and_no_error()
    {
        var contents = Render<Contents>(parameters => parameters.Add(contents => contents.Headings, []));

        Assert.Empty(contents.FindAll("a"));
    }
}
