using System.Globalization;
using Bunit;
using KnowledgeBase.Articles;
using KnowledgeBase.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Articles;

public class NeighboursTests : BunitContext
{
    public NeighboursTests()
    {
        Services.AddLocalization();
        CultureInfo.CurrentUICulture = new("en");
    }

    [Fact]
    public void Both_neighbours_are_named_and_told_apart()
    {
        var neighbours = Render<Neighbours>(parameters => parameters
            .Add(one => one.Previous, new Place("/en/read/a/one", "One"))
            .Add(one => one.Next, new Place("/en/read/a/two", "Two")));

        Assert.Equal("/en/read/a/one", neighbours.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/en/read/a/two", neighbours.Find("a[rel=next]").GetAttribute("href"));
        Assert.Contains("Two", neighbours.Find("a[rel=next]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_section_has_no_previous_one()
    {
        var neighbours = Render<Neighbours>(parameters => parameters.Add(one => one.Next, new Place("/en/read/a/two", "Two")));

        Assert.Empty(neighbours.FindAll("a[rel=prev]"));
        Assert.Single(neighbours.FindAll("a"));
    }

    [Fact]
    public void A_book_of_one_section_has_no_such_navigation() => Assert.Empty(Render<Neighbours>().FindAll("nav"));
}
