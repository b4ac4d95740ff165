using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Content;

/// <summary>What people did stays true, whatever happens to the book.</summary>
public class HistoryFollowsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edited_question_gets_a_new_version_and_the_old_one_stays_as_it_was()
    {
        using var book = TestBook.Imported();
        var before = await VersionsAsync(book, "beta/only");
        book.Edit("basics/beta/questions.yml", "乙是什么？", "乙究竟是什么？");

        await book.ImportAsync();

        var after = await VersionsAsync(book, "beta/only");
        Assert.Equal([1, 2], after.Select(version => version.Number));
        Assert.Equal(before[0].Json, after[0].Json);
        Assert.Contains("究竟", after[1].Json, StringComparison.Ordinal);
        await using var db = book.Open();
        Assert.Equal(after[1].Id, (await db.Set<Question>().SingleAsync(question => question.Key == "beta/only", Stop)).CurrentVersion);
        Assert.Single(await VersionsAsync(book, "alpha/sum"));
    }

    [Fact]
    public async Task Proving_an_answer_makes_no_new_version()
    {
        using var book = TestBook.New();
        await book.ImportAsync();

        book.Edit("basics/alpha/questions.yml", "print(math.pi)", "print(4 * math.atan(1))");
        await book.ImportAsync();

        Assert.Single(await VersionsAsync(book, "alpha/number"));
    }

    [Fact]
    public async Task Laying_a_question_out_differently_makes_no_new_version()
    {
        using var book = TestBook.Imported();
        book.Edit("basics/beta/questions.yml", "stem: { zh: 乙是什么？, en: What is beta? }", "stem:\n    en: |-\n      What is beta?\n    zh: '乙是什么？'");
        book.Edit("basics/beta/questions.yml", "  kind: single\n  difficulty: 5\n", "  difficulty: 5  # hard\n  kind: single\n");

        var result = await book.ImportAsync();

        Assert.True(result.HasChanged);
        Assert.Single(await VersionsAsync(book, "beta/only"));
    }

    [Fact]
    public async Task A_question_that_was_taken_out_is_retired_and_comes_back_as_the_same()
    {
        using var book = TestBook.Imported();
        var whole = await File.ReadAllTextAsync(book.PathOf("basics/alpha/questions.yml"), Stop);
        var id = (await QuestionAsync(book, "alpha/sum")).Id;
        book.Edit("papers.yml", "questions: [alpha/sum, beta/only]", "questions: [beta/only]");
        book.Write("basics/alpha/questions.yml", whole[whole.IndexOf("- id: several", StringComparison.Ordinal)..]);
        Assert.Empty(await book.ErrorsAsync());
        Assert.True((await QuestionAsync(book, "alpha/sum")).Retired);

        book.Write("basics/alpha/questions.yml", whole);
        Assert.Empty(await book.ErrorsAsync());

        var question = await QuestionAsync(book, "alpha/sum");
        Assert.Equal((id, false), (question.Id, question.Retired));
        Assert.Single(await VersionsAsync(book, "alpha/sum"));
    }

    [Fact]
    public async Task A_section_taken_out_is_retired_with_its_questions_and_paper_and_its_history_stays()
    {
        using var book = TestBook.Imported();
        book.Edit("book.yml", "      - beta\n", "");
        book.Edit("papers.yml", "sections: [alpha, beta]", "sections: [alpha]");
        book.Edit("papers.yml", "questions: [alpha/sum, beta/only]", "questions: [alpha/sum]");
        foreach (var language in new[] { "zh", "en" })
            book.Edit($"basics/alpha/{language}.md", "(beta#start)", "(#more)");

        Assert.Empty(await book.ErrorsAsync());

        await using var db = book.Open();
        Assert.True((await db.Set<Section>().SingleAsync(section => section.Slug == "beta", Stop)).Retired);
        Assert.False(await db.Set<Article>().AnyAsync(article => article.Section == "beta", Stop));
        Assert.True((await QuestionAsync(book, "beta/only")).Retired);
        Assert.True((await db.Set<Paper>().SingleAsync(paper => paper.Key == "section-beta", Stop)).Retired);
        Assert.Single(await VersionsAsync(book, "beta/only"));
        Assert.DoesNotContain((await book.Book.OutlineAsync()).Sections, section => section.Slug == "beta");
        Assert.NotNull((await book.Book.OutlineAsync()).Section("beta"));
    }

    [Fact]
    public async Task An_import_leaves_papers_made_in_the_site_alone_and_they_follow_a_section_that_gets_another_name()
    {
        using var book = TestBook.Imported();
        await using (var db = book.Open())
        {
            db.Add(new Paper { Key = "p-mine", Scope = PaperScope.Mixed, Position = 1_000_000, Title = new("我", "Mine"), Summary = new("", ""), Authored = true, Blueprint = new() { Parts = [new(["alpha", "beta"], [], [], 2)], Count = 2 }, Rules = new() { PassMark = 50 } });
            await db.SaveChangesAsync(Stop);
        }
        Directory.Move(book.PathOf("basics/beta"), book.PathOf("basics/gamma"));
        book.Edit("book.yml", "      - beta", "      - { slug: gamma, formerly: [beta] }");
        book.Edit("papers.yml", "sections: [alpha, beta]", "sections: [alpha, gamma]");
        book.Edit("papers.yml", "beta/only", "gamma/only");
        foreach (var language in new[] { "zh", "en" })
            book.Edit($"basics/alpha/{language}.md", "(beta#start)", "(gamma#start)");

        Assert.Empty(await book.ErrorsAsync());

        await using var after = book.Open();
        var paper = await after.Set<Paper>().SingleAsync(one => one.Key == "p-mine", Stop);
        Assert.False(paper.Retired);
        Assert.True(paper.Authored);
        Assert.Equal(50, paper.Rules.PassMark);
        Assert.Equal(["alpha", "gamma"], paper.Blueprint.Parts[0].Sections);
    }

    [Fact]
    public async Task What_people_did_follows_a_section_that_gets_another_name()
    {
        using var book = TestBook.Imported();
        var id = (await QuestionAsync(book, "beta/only")).Id;
        var attempt = await AttemptAsync(book, "section-beta");
        Directory.Move(book.PathOf("basics/beta"), book.PathOf("basics/gamma"));
        book.Edit("book.yml", "      - beta", "      - { slug: gamma, formerly: [beta] }");
        book.Edit("papers.yml", "sections: [alpha, beta]", "sections: [alpha, gamma]");
        book.Edit("papers.yml", "beta/only", "gamma/only");
        foreach (var language in new[] { "zh", "en" })
            book.Edit($"basics/alpha/{language}.md", "(beta#start)", "(gamma#start)");

        Assert.Empty(await book.ErrorsAsync());

        var question = await QuestionAsync(book, "gamma/only");
        Assert.Equal((id, "gamma", false), (question.Id, question.Section, question.Retired));
        Assert.Single(await VersionsAsync(book, "gamma/only"));
        await using var db = book.Open();
        Assert.Equal("section-gamma", (await db.Set<Attempt>().SingleAsync(one => one.Id == attempt, Stop)).PaperKey);
        Assert.False(await db.Set<Section>().AnyAsync(section => section.Slug == "beta", Stop));
        Assert.Equal("gamma", (await book.Book.OutlineAsync()).Renamed("beta")?.Slug);
        Assert.False((await book.ImportAsync()).HasChanged);
    }

    private static async Task<Question> QuestionAsync(TestBook book, string key)
    {
        await using var db = book.Open();
        return await db.Set<Question>().SingleAsync(question => question.Key == key, Stop);
    }

    private static async Task<List<(int Id, int Number, string Json)>> VersionsAsync(TestBook book, string key)
    {
        await using var db = book.Open();
        var id = (await db.Set<Question>().SingleAsync(question => question.Key == key, Stop)).Id;
        var rows = await db.Database.SqlQuery<Row>($"SELECT Id, Number, Hash || Kind || Tags || Body AS Json FROM QuestionVersions WHERE QuestionId = {id} ORDER BY Number").ToListAsync(Stop);
        return [.. rows.Select(row => (row.Id, row.Number, row.Json))];
    }

    private static async Task<Guid> AttemptAsync(TestBook book, string paper)
    {
        await using var db = book.Open();
        var learner = new Learner { Id = Guid.NewGuid(), UserName = "a" };
        var attempt = new Attempt
        {
            Id = Guid.NewGuid(),
            LearnerId = learner.Id,
            PaperKey = paper,
            PaperTitle = new("乙", "Beta"),
            Mode = AttemptMode.Exam,
            Language = "zh",
            Seed = 1,
            StartedAt = DateTimeOffset.UnixEpoch,
            Deadline = null,
            Multiplier = 1,
            MaximumScore = 1,
        };
        db.AddRange(learner, attempt);
        await db.SaveChangesAsync(Stop);
        return attempt.Id;
    }

    private sealed record Row(int Id, int Number, string Json);
}
