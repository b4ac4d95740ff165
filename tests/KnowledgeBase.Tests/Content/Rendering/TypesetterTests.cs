using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Content.Rendering;

namespace KnowledgeBase.Tests.Content.Rendering;

public class TypesetterTests
{
    private const string Everything = """
        :::key 一句话
        甲**乙**`丙`。
        :::

        ## 标题 `code` {#title}

        见[这里](#title)、[那里](there#part)、[整节](there)与[论文](https://arxiv.org/abs/1)，<https://example.org/>。公式$x^2$。

        $$\sum_i x_i$$

        | 列 | 数 |
        |:---|---:|
        | a | 1 |

        ![图$y$](figures/a.svg)

        ```python run
        def f(x):  # 注释
            return "a" + str(1)
        ```
        ```text output
        1 < 2
        ```

        ### 小标题 {#sub}

        :::note 勘误
        1. 一
        2. 二
        :::
        """;

    private static readonly SortedDictionary<string, byte[]> Figures = new(StringComparer.Ordinal)
    {
        ["figures/a.svg"] = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T &amp; t</title><desc>D</desc><path id="p" d="M0 0"/></svg>"""),
    };

    private static ProseHtml All()
    {
        var setting = new Setting();
        var prose = setting.Set(Everything, files: Figures);
        Assert.Empty(setting.Errors);
        return prose;
    }

    [Fact]
    public void What_comes_out_has_not_changed_since_the_renderers_version_was_raised()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(All().Html)))[..16];

        // Different? Raise RendererVersion, so that stored books are rendered anew, and write the new values here.
        Assert.Equal(("2", "4cf94248f8b23251"), (RendererVersion.Text, hash));
    }

    [Theory]
    [InlineData("<div class=\"key\"><p class=\"title\"><strong>一句话</strong></p>\n<p>甲<strong>乙</strong><code>丙</code>。</p>\n</div>")]
    [InlineData("<div class=\"key note\"><p class=\"title\"><strong>勘误</strong></p>\n<ol>\n<li>一</li>")]
    [InlineData("<h2 id=\"title\"><a href=\"#title\">标题 <code>code</code></a></h2>")]
    [InlineData("<h3 id=\"sub\"><a href=\"#sub\">小标题</a></h3>")]
    [InlineData("<a href=\"#title\">这里</a>")]
    [InlineData("<a href=\"/zh/read/other/there#part\">那里</a>")]
    [InlineData("<a href=\"/zh/read/other/there\">整节</a>")]
    [InlineData("<a href=\"https://arxiv.org/abs/1\" rel=\"noopener\">论文</a>")]
    [InlineData("<a href=\"https://example.org/\" rel=\"noopener\">https://example.org/</a>")]
    [InlineData("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"表格 1\">\n<table>")]
    [InlineData("<th style=\"text-align: right;\" scope=\"col\">数</th>")]
    [InlineData("<figure><svg role=\"img\" aria-labelledby=\"f1_t\" aria-describedby=\"f1_d\" viewBox=\"0 0 1 1\"><title id=\"f1_t\">T &amp; t</title><desc id=\"f1_d\">D</desc><path id=\"f1_p\" d=\"M0 0\"/></svg><figcaption>图 1 · 图<span class=\"katex\">")]
    [InlineData("<div class=\"code\" data-lang=\"python\"><div class=\"code-label\">Python</div><pre tabindex=\"0\" role=\"group\" aria-label=\"代码 1，Python\"><code><span class=\"tk-keyword\">def</span> <span class=\"tk-function\">f</span>(x):")]
    [InlineData("<span class=\"tk-comment\"># 注释</span>")]
    [InlineData("<span class=\"tk-string\">&quot;a&quot;</span> + ")]
    [InlineData("<div class=\"code output\" data-lang=\"text\"><div class=\"code-label\">输出</div>")]
    [InlineData("<code>1 &lt; 2</code></pre>")]
    public void Every_part_has_its_markup(string html) => Assert.Contains(html, All().Html, StringComparison.Ordinal);

    [Fact]
    public void Headings_are_listed_with_their_text_level_and_line() =>
        Assert.Equal([new(2, "title", "标题 code", 5), new(3, "sub", "小标题", 25)], All().Headings);

    [Theory]
    [InlineData("`a`\n\n```text\nx\n```", "text")]
    [InlineData("```json\n{\"a\": [1, true]}\n```", "tk-number")]
    [InlineData("```yaml\na: \"b\"\n```", "tk-string")]
    [InlineData("```bash\necho \"$HOME\"\n```", "tk-string")]
    [InlineData("```c\nint main(void) { return 0; }\n```", "tk-keyword")]
    [InlineData("```cpp\nclass A { int x = 1; };\n```", "tk-keyword")]
    [InlineData("```csharp\nvar x = 1;\n```", "tk-number")]
    public void Every_language_is_coloured(string text, string part) => Assert.Contains(part, Setting.Html(text), StringComparison.Ordinal);

    [Fact]
    public void A_listing_loses_nothing_to_its_colours()
    {
        const string Code = "x = f\"{a!r:>{w}}\"  # <b>&amp;\n\nif a < b and not c:\n\tprint('''\n多行\n''')\n@dec\nasync def g(*a, **k) -> None: ...";
        var html = new Highlighter().Html("python", Code);

        var text = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<pre>" + html + "</pre>").QuerySelector("pre")!;

        Assert.Equal(Code, text.TextContent);
        Assert.All(text.QuerySelectorAll("*"), part => Assert.Matches("^tk-[a-z]+$", part.ClassName!));
    }

    [Fact]
    public void A_phrase_has_no_paragraph_around_it()
    {
        var setting = new Setting();

        Assert.Equal("甲<strong>乙</strong>，见<a href=\"/zh/read/chapter/here#a\">丙</a>", setting.SetPhrase("甲**乙**，见[丙](#a)"));
        Assert.Empty(setting.Errors);
    }

    [Fact]
    public void A_phrase_of_two_paragraphs_is_refused()
    {
        var setting = new Setting();

        setting.SetPhrase("甲\n\n乙");

        Assert.Equal(["x.yml:7: Only one paragraph is allowed here."], setting.Errors);
    }

    [Theory]
    [InlineData(400, 0, 1)]
    [InlineData(1200, 0, 3)]
    [InlineData(0, 1000, 5)]
    [InlineData(800, 400, 4)]
    [InlineData(1, 0, 1)]
    public void Reading_takes_400_characters_or_200_words_a_minute(int characters, int words, int minutes)
    {
        var text = new string('字', characters) + "\n\n" + string.Join(' ', Enumerable.Repeat("it's", words));

        Assert.Equal(minutes, new Setting().Set(text).Minutes);
    }
}
