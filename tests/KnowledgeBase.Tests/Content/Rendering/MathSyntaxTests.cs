namespace KnowledgeBase.Tests.Content.Rendering;

public class MathSyntaxTests
{
    [Theory]
    [InlineData("其中$\\beta$是衰减率", "其中", "是衰减率")]
    [InlineData("（$x$）", "（", "）")]
    [InlineData("“$x$”，", "“", "”，")]
    [InlineData("取$x$、", "取", "、")]
    [InlineData("the $x$-axis", "the ", "-axis")]
    [InlineData("**粗$x$**", "<strong>粗", "</strong>")]
    public void A_formula_may_touch_what_stands_around_it(string text, string before, string after)
    {
        var html = Setting.Html(text);

        Assert.StartsWith($"<p>{before}<span class=\"katex\">", html, StringComparison.Ordinal);
        Assert.EndsWith($"</span>{after}</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$5 和 $10")]
    [InlineData("$5和$10")]
    [InlineData("从$5涨到 $10。")]
    [InlineData("花了$5")]
    [InlineData("a $ b $ c")]
    [InlineData("US$ 5 或 HK$ 7")]
    public void Money_stays_money(string text) => Assert.Equal($"<p>{text}</p>", Setting.Html(text));

    [Fact]
    public void An_escaped_dollar_is_a_dollar_and_so_is_one_in_code() =>
        Assert.Equal("<p>$x$和<code>$y$</code></p>", Setting.Html("\\$x\\$和`$y$`"));

    [Fact]
    public void Stars_and_bars_within_a_formula_mean_nothing_to_Markdown()
    {
        var html = Setting.Html("| a | b |\n|---|---|\n| $x_1*y_2*z$ | $\\lvert x\\rvert$ |");

        Assert.DoesNotContain("<em>", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<span class=\"katex\">").Length - 1);
    }

    [Theory]
    [InlineData("$$x=1$$")]
    [InlineData("$$\nx\n=\n1\n$$")]
    [InlineData("$$x\n- 1$$")]
    [InlineData("前文\n$$x=1$$\n后文")]
    [InlineData("- 项\n\n  $$x=1$$")]
    public void A_display_formula_stands_alone_and_scrolls(string text) => Assert.Contains(
        "<div class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"公式 1\"><span class=\"katex-display\">", Setting.Html(text), StringComparison.Ordinal);

    [Fact]
    public void A_screen_reader_gets_the_formula_once()
    {
        var html = Setting.Html("$x$");

        Assert.Contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"katex-html\" aria-hidden=\"true\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_formula_is_named_with_its_line()
    {
        var setting = new Setting();

        setting.Set("一\n二$\\frac{1}{$\n\n$$\ny\n\\foo\n$$");

        Assert.Equal(2, setting.Errors.Length);
        Assert.StartsWith("x.md:2: Formula: Unexpected end of input", setting.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("x.md:4: Formula: Undefined control sequence: \\foo", setting.Errors[1], StringComparison.Ordinal);
    }
}
