namespace KnowledgeBase.Tests.Content;

/// <summary>One of every mistake an author can make in the sample book.</summary>
public static class Mistakes
{
    internal const string Zh = "basics/alpha/zh.md";
    internal const string En = "basics/alpha/en.md";
    internal const string QuestionsYml = "basics/alpha/questions.yml";
    internal const string Figure = "basics/alpha/figures/line.zh.svg";
    internal const string BookYml = "book.yml";
    internal const string Papers = "papers.yml";

    /// <summary>What the second paper asks.</summary>
    private const string Listed = "questions: [alpha/sum, beta/only]";

    /// <summary>File, what is replaced, by what, lines below the replacement at which it is noticed, what is said.</summary>
    public static TheoryData<string, string, string, int, string> All => new()
    {
        // Front matter
        { Zh, "title: 什么是甲？", "titel: 甲\ntitle: 什么是甲？", 0, "Unknown key 'titel'" },
        { Zh, "summary: 一句话说清甲。\n", "", -2, "'summary' is missing" },
        { Zh, "short: 甲", "short: 这个名字实在是太长了放不下", 0, "too long for a menu" },
        { Zh, "tags: [甲, 乙]", "tags: [甲]", 0, "expected 2 to 4 entries, found 1" },
        { Zh, "tags: [甲, 乙]", "tags: 甲", 0, "expected a list" },
        { Zh, "updated: 2026-01-02", "updated: 2.1.2026", 0, "no date" },
        { Zh, "updated: 2026-01-02", "updated: [2026-01-02", 1, "Not valid YAML" },
        { Zh, "title: 什么是甲？", "title: &a 什么是甲？", 0, "Anchors and aliases" },
        { Zh, "title: 什么是甲？", "title: !!str 什么是甲？", 0, "Tags (!)" },
        { Zh, "---\ntitle", "title", 0, "must begin with front matter" },

        // Headings
        { Zh, "## 更多 {#more}", "## 更多", 0, "needs an id" },
        { Zh, "## 更多 {#more}", "# 更多 {#more}", 0, "Headings are ## or ###" },
        { Zh, "## 更多 {#more}", "## 更多 {#more}\n\n### 又来 {#intro}", 2, "'intro' is used twice" },
        { Zh, "## 更多 {#more}", "## $x$ {#more}", 0, "no link and no formula" },
        { En, "## More {#more}", "### More {#more}", 0, "the same headings in the same order" },
        { En, "Much more.", "## Extra {#extra}", 0, "the same headings in the same order" },

        // Callouts, code, HTML
        { Zh, ":::note 勘误", ":::warning 勘误", 0, "no callout ':::warning'" },
        { Zh, ":::note 勘误", ":::note", 0, "needs a title" },
        { Zh, "这里有个`错误`。\n:::", "这里有个`错误`。", -1, "never closed" },
        { Zh, "```python run", "```brainfuck", 0, "Unknown language 'brainfuck'" },
        { Zh, "```python run", "```python later", 0, "'python later' is unknown" },
        { Zh, "```text output\n2\n```", "又：\n", -3, "is followed by a 'text output' block" },
        { Zh, "## 更多 {#more}", "## 更多 {#more}\n\n```text output\n2\n```", 2, "follows its 'python run' block" },
        { Zh, "## 更多 {#more}", "## 更多 {#more}\n\n    indented", 2, "fenced" },
        { Zh, "正文，", "<b>正文</b>，", 0, "HTML is not allowed" },
        { Zh, "正文，", "<script>alert(1)</script>\n\n正文，", 0, "HTML is not allowed" },

        // Formulas
        { Zh, "正文，", "正文$\\frac{1$，", 0, "Formula: " },
        { Zh, "正文，", "正文\n\n$$\n\\undefinedmacro\n$$\n\n", 2, "Formula: Undefined control sequence: \\undefinedmacro" },
        { Zh, "正文，", "正文\n\n$$\nx\n\n", 2, "never closed" },
        { Zh, "正文，", "正文$$x$$，", 0, "on lines of its own" },
        { Zh, "正文，", "正文$中文$，", 0, "Formula: " },
        { Zh, "正文，", "正文$\\href{javascript:alert(1)}{x}$，", 0, "Formula: " },

        // Links
        { Zh, "[下文](#more)", "[下文](#nowhere)", 0, "'alpha#nowhere', and there is no such heading" },
        { Zh, "[乙](beta#start)", "[乙](beta#nowhere)", 0, "'beta#nowhere', and there is no such heading" },
        { Zh, "[乙](beta#start)", "[乙](gamma)", 0, "leads nowhere" },
        { Zh, "[下文](#more)", "[下文](javascript:alert(1))", 0, "leads nowhere" },
        { Zh, "[下文](#more)", "[下文](data:text/html,x)", 0, "leads nowhere" },
        { Zh, "[下文](#more)", "[下文](//evil.example)", 0, "leads nowhere" },
        { Zh, "[下文](#more)", "[下文](http://insecure.example)", 0, "leads nowhere" },
        { Zh, "[下文](#more)", "<javascript:alert(1)>", 0, "is not allowed" },
        { Zh, "[下文](#more)", "[下文][ref]\n\n[ref]: JaVaScRiPt:alert(1)\n\n", 0, "leads nowhere" },

        // Figures
        { Zh, "figures/line.svg", "figures/none.svg", 0, "no figure 'figures/none.svg' for zh" },
        { Zh, "figures/line.svg", "../beta/line.svg", 0, "no figure" },
        { Zh, "![一条线]", "![]", 0, "needs a caption" },
        { Zh, "正文，", "正文![图](figures/line.svg)，", 0, "stands alone" },
        { Figure, "<text x", "<script>1</script><text x", 0, "<script> is not allowed" },
        { Figure, "<text x", "<text onclick=\"1\" x", 0, "onclick is not allowed" },
        { Figure, "<text x", "<foreignObject/><text x", 0, "<foreignObject> is not allowed" },
        { Figure, "<text x", "<image href=\"https://evil.example/x\"/><text x", 0, "<image> is not allowed" },
        { Figure, "<text x", "<use href=\"https://evil.example/x#a\"/><text x", 0, "only point into the same figure" },
        { Figure, "<text x", "<text style=\"fill:red\" x", 0, "style is not allowed" },
        { Figure, "fill=\"var(--ink)\" font-size", "fill=\"#333\" font-size", 0, "from the site's variables" },
        { Figure, "fill=\"var(--ink)\" font-size", "fill=\"var(--pink)\" font-size", 0, "one of the site's variables" },
        { Figure, "url(#tip)", "url(#top)", 0, "no element with the id 'top'" },
        { Figure, "url(#tip)", "url(https://evil.example/#tip)", 0, "only var(--…) and url(#id)" },
        { Figure, "<desc>从左到右。</desc>\n", "", -2, "needs a <title> and a <desc>" },
        { Figure, "viewBox=\"0 0 480 40\"", "viewBox=\"0 0 480 40\" width=\"480\"", 0, "no width or height" },
        { Figure, "<title>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><title>", 0, "Not valid SVG" },
        { Figure, "</svg>", "", 1, "Not valid SVG" },

        // Questions
        { QuestionsYml, "kind: single", "kind: essay", 0, "'essay' is unknown" },
        { QuestionsYml, "id: sum\n", "id: several\n", 12, "'several' is used twice" },
        { QuestionsYml, "id: sum\n", "id: Sum\n", 0, "no id" },
        { QuestionsYml, "difficulty: 1", "difficulty: 6", 0, "from 1 to 5" },
        { QuestionsYml, "seconds: 30\n  anchor", "seconds: soon\n  anchor", 0, "'soon' must be a whole number" },
        { QuestionsYml, "anchor: intro\n  tags", "anchor: outro\n  tags", 0, "no heading {#outro}" },
        { QuestionsYml, "tags: [applied]", "tags: [hard]", 0, "'hard' is unknown" },
        { QuestionsYml, "zh: 1加1等于几？, en: What is 1 plus 1?", "zh: 1加1等于几？", 0, "'en' is missing" },
        { QuestionsYml, "zh: 1加1等于几？", "zh: ''", 0, "'zh' is empty" },
        { QuestionsYml, "id: a, correct: true, text: { zh: 二", "id: a, correct: false, text: { zh: 二", -1, "exactly one must be correct, here 0" },
        { QuestionsYml, "id: b, correct: false, text: { zh: 三", "id: b, correct: true, text: { zh: 三", -2, "exactly one must be correct, here 2" },
        { QuestionsYml, "id: b, correct: false, text: { zh: 三", "id: b, correct: perhaps, text: { zh: 三", 0, "must be true or false" },
        { QuestionsYml, "id: b, correct: false, text: { zh: 三", "id: a, correct: false, text: { zh: 三", 0, "'a' is used twice" },
        { QuestionsYml, "zh: 三, en: three }, why: { zh: 多了", "zh: 二, en: two }, why: { zh: 多了", -2, "two say the same" },
        { QuestionsYml, "id: b, correct: true, text: { zh: \"4\"", "id: b, correct: false, text: { zh: \"4\"", -2, "at least two must be correct" },
        { QuestionsYml, "id: \"false\"", "id: wrong", -2, "'true' and 'false'" },
        { QuestionsYml, "answer: 3.14", "answer: about three", 0, "is no number" },
        { QuestionsYml, "tolerance: 1%", "tolerance: some", 0, "must be a number" },
        { QuestionsYml, "  proof: |\n    import math\n    print(math.pi)\n", "", -11, "'proof' is missing" },
        { QuestionsYml, "value: 3,", "value: 3.15,", -1, "counts as right" },
        { QuestionsYml, "  explanation: { zh: 都要谈。, en: Cover both. }\n", "", -21, "'explanation' is missing" },
        { QuestionsYml, "        excellent: { zh: 很深, en: Very deep }\n", "", -3, "'excellent' is missing" },
        { QuestionsYml, "stem: { zh: 排序。", "stem: { zh: \"<i>排序</i>\"", 0, "HTML is not allowed" },
        { QuestionsYml, "stem: { zh: 排序。", "stem: { zh: \"![图](figures/line.svg)\"", 0, "Figures are not allowed here" },
        { QuestionsYml, "stem: { zh: 排序。", "stem: { zh: '$\\wrong$'", 0, "Undefined control sequence: \\wrong" },

        // book.yml and papers.yml
        { BookYml, "      - beta", "      - beta\n      - gamma", 1, "no folder basics/gamma" },
        { BookYml, "      - beta", "      - beta\n      - alpha", 1, "'alpha' is named twice" },
        { BookYml, "      - beta", "      - Beta!", 0, "no slug" },
        { BookYml, "languages: [zh, en]", "languages: [zh, fr]", 0, "[zh, en]" },
        { BookYml, "title: { zh: 样书, en: Sample }", "title: Sample", 0, "Expected keys and values" },
        { Papers, "id: chosen", "id: mixed", 0, "'mixed' is used twice" },
        { Papers, "alpha/sum, beta/only", "alpha/sum, beta/gone", 0, "'beta/gone'" },
        { Papers, "alpha/sum, beta/only", "alpha/sum, alpha/talk", 0, "'alpha/talk'" },
        { Papers, "sections: [alpha, beta]", "sections: [alpha, gamma]", 0, "'gamma' is not in the book" },
        { Papers, "difficulties: [1, 2, 3]", "difficulties: [4]", 0, "no question to draw" },
        { Papers, "count: 5", "count: 0", 0, "from 1 to 100" },
        { Papers, "id: mixed", "id: section-x", 0, "must not begin with" },
        { Papers, "id: mixed", "id: p-x", 0, "must not begin with" },
        { Papers, "id: mixed", "id: own", 0, "belongs to the site" },
        { Papers, "  minutes: 5", "  questions: [alpha/sum]", -4, "one of 'draw', 'parts' and 'questions'" },
        { Papers, "count: 5,", "count: 5, tags: [hard],", 0, "'hard' is unknown; there are mistake, applied" },
        { Papers, "count: 5,", "count: 5, chapters: [basics, advanced],", 0, "'advanced' is not in the book" },
        { Papers, Listed, "parts: 3", 0, "expected a list" },
        { Papers, Listed, "parts: []", 0, "expected 1 to 20 entries" },
        { Papers, Listed, "parts:\n    - { count: 1 }\n    - { tags: [applied] }", 2, "'count' is missing" },
        { Papers, Listed, "parts:\n    - { count: 1, difficulties: [9] }", 1, "whole numbers from 1 to 5" },
        { Papers, Listed, "parts:\n    - { count: 1, number: 3 }", 1, "Unknown key 'number'" },
        { Papers, Listed, "parts:\n    - { count: 1 }\n    - { count: 1, difficulties: [4], sections: [beta] }", 0, "no question to draw for part 2" },
        { Papers, Listed, "parts:\n    - { count: 60 }\n    - { count: 60 }", 0, "120 questions, at most 100" },
        { Papers, Listed, "parts:\n    - { count: 1, sections: [beta] }\n    - { count: 1, difficulties: [5] }", 0, "2 questions are asked for, and the book has 1" },
        { Papers, "  minutes: 5", "  rules: [60]", 0, "Expected keys and values" },
        { Papers, "  minutes: 5", "  rules: { passMark: 101 }", 0, "from 1 to 100" },
        { Papers, "  minutes: 5", "  rules: { attempts: some }", 0, "must be a whole number" },
        { Papers, "  minutes: 5", "  rules:\n    passMark: 60\n    wait: -1", 2, "from 1 to 43200" },
        { Papers, "  minutes: 5", "  rules: { counted: worst }", 0, "'worst' is unknown; there are best, first, last, average" },
        { Papers, "  minutes: 5", "  rules: { review: nothing }", 0, "'nothing' is unknown; there are everything, marks, score" },
        { Papers, "  minutes: 5", "  rules: { confidence: yes }", 0, "'yes' is unknown; there are none, asked, scored" },
        { Papers, "  minutes: 5", "  rules: { allOrNothing: maybe }", 0, "must be true or false" },
        { Papers, "  minutes: 5", "  rules: { multiplier: 3 }", 0, "'3' is unknown; there are 1, 1.25, 1.5, 2, 10, off" },
        { Papers, "  minutes: 5", "  rules: { opens: 2026-12-01 }", 0, "Unknown key 'opens'" },
    };
}
