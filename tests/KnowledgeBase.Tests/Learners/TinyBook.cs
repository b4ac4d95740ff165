namespace KnowledgeBase.Tests.Learners;

/// <summary>People need no book, but a site does: one section, without formulas or code, imported at once.</summary>
internal sealed class TinyBook : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-tiny-");

    public TinyBook()
    {
        Write("book.yml", """
            title: { zh: 小书, en: A tiny book }
            languages: [zh, en]
            chapters:
              - slug: numbers
                title: { zh: 数, en: Numbers }
                summary: { zh: 从一数起。, en: Counting from one. }
                sections: [adding]
            """);
        Write("numbers/adding/zh.md", Article("加法", "一加一等于二。", "开始"));
        Write("numbers/adding/en.md", Article("Adding", "One and one make two.", "Start"));
        Write("numbers/adding/questions.yml", """
            - id: first
              kind: boolean
              difficulty: 1
              seconds: 20
              anchor: start
              stem: { zh: 一加一等于二。, en: One and one make two. }
              options:
                - { id: "true", correct: true, text: { zh: 对, en: "True" }, why: { zh: 是的。, en: They do. } }
                - { id: "false", correct: false, text: { zh: 错, en: "False" }, why: { zh: 不是。, en: They do. } }
              explanation: { zh: 数一数。, en: Count. }
            """);
    }

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Article(string title, string text, string start) => $$"""
        ---
        title: {{title}}
        short: {{title}}
        summary: {{text}}
        tags: [one, two]
        updated: 2026-11-24
        ---

        :::key {{title}}
        {{text}}
        :::

        ## {{start}} {#start}

        {{text}}
        """;

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}
