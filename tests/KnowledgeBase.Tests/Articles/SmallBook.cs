namespace KnowledgeBase.Tests.Articles;

/// <summary>A site with a book of two chapters and three sections, one of them renamed, one with a formula and one without.</summary>
public class SmallBook : Site
{
    private readonly DirectoryInfo _content = Directory.CreateTempSubdirectory("kb-book-");

    public SmallBook()
    {
        Write("book.yml", """
            title: { zh: 小书, en: A small book }
            languages: [zh, en]
            chapters:
              - slug: numbers
                title: { zh: 数, en: Numbers }
                summary: { zh: 从一数起。, en: Counting from one. }
                sections:
                  - { slug: adding, formerly: [summing] }
                  - halving
              - slug: shapes
                title: { zh: 形, en: Shapes }
                summary: { zh: 先画圆。, en: A circle first. }
                sections: [circles]
            """);
        Section("numbers/adding", ("怎么做加法？", "加法"), ("How does one add?", "Adding"), "1 + 1 = 2 & `a < b`");
        Section("numbers/halving", ("怎么对半分？", "对半分"), ("How does one halve?", "Halving"), "$x / 2$");
        Section("shapes/circles", ("圆有多大？", "圆"), ("How large is a circle?", "Circles"), "```python\nprint(3.14)\n```");
    }

    protected override string ContentFolder => _content.FullName;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _content.Exists)
            _content.Delete(recursive: true);
    }

    private void Section(string path, (string Title, string Short) zh, (string Title, string Short) en, string text)
    {
        Write($"{path}/zh.md", Article(zh, "一句话说完。", "一句话", "起点", "细节", text));
        Write($"{path}/en.md", Article(en, "Said in a breath.", "In one breath", "The start", "Details", text));
        Write($"{path}/questions.yml", """
            - id: first
              kind: boolean
              difficulty: 1
              seconds: 20
              anchor: start
              stem: { zh: 这是真的。, en: This is true. }
              options:
                - { id: "true", correct: true, text: { zh: 对, en: "True" }, why: { zh: 是的。, en: It is. } }
                - { id: "false", correct: false, text: { zh: 错, en: "False" }, why: { zh: 不是。, en: It is not. } }
              explanation: { zh: 就是真的。, en: It simply is. }
            """);
    }

    private static string Article((string Title, string Short) name, string summary, string breath, string start, string details, string text) => $$"""
        ---
        title: {{name.Title}}
        short: {{name.Short}}
        summary: {{summary}}
        tags: [one, two]
        updated: 2026-11-24
        ---

        :::key {{breath}}
        {{summary}}
        :::

        ## {{start}} {#start}

        {{text}}

        ### {{details}} {#details}

        {{text}}

        """;

    private void Write(string path, string text)
    {
        var file = Path.Combine(_content.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
