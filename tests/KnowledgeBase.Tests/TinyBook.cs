namespace KnowledgeBase.Tests;

/// <summary>The smallest book that the importer takes, so that a test's site starts at once.</summary>
internal static class TinyBook
{
    public const int Questions = 5;

    public static string Folder { get; } = Write();

    private static string Write()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "tiny-book");
        var section = Directory.CreateDirectory(Path.Combine(folder, "tiny", "tiny-section"));
        File.WriteAllText(Path.Combine(folder, "book.yml"), """
            title: { zh: 小书, en: Tiny book }
            languages: [zh, en]
            chapters:
              - slug: tiny
                title: { zh: 小章, en: Tiny chapter }
                summary: { zh: 摘要, en: Summary }
                sections:
                  - tiny-section
            """);
        foreach (var (language, text) in (ValueTuple<string, string>[])[("zh", "小节"), ("en", "Tiny section")])
        {
            File.WriteAllText(Path.Combine(section.FullName, $"{language}.md"), $$"""
                ---
                title: {{text}}
                short: {{text}}
                summary: {{text}}
                tags: [tiny, test]
                updated: 2026-11-24
                ---
                :::key {{text}}
                {{text}}
                :::

                ## {{text}} {#only}

                {{text}}
                """);
        }
        File.WriteAllText(Path.Combine(section.FullName, "questions.yml"), string.Join('\n', Enumerable.Range(1, Questions).Select(number => $$"""
            - id: question-{{number}}
              kind: single
              difficulty: 1
              seconds: 30
              anchor: only
              stem: { zh: 题{{number}}, en: Question {{number}} }
              options:
                - { id: a, correct: true, text: { zh: 甲, en: One }, why: { zh: 因为, en: Because } }
                - { id: b, correct: false, text: { zh: 乙, en: Two }, why: { zh: 因为, en: Because } }
                - { id: c, correct: false, text: { zh: 丙, en: Three }, why: { zh: 因为, en: Because } }
              explanation: { zh: 解析, en: Explanation }
            """)));
        return folder;
    }
}
