using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using KnowledgeBase.Tests.Learners;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Interviews.Scorecards;

/// <summary>A small book with two open questions in a folder of its own, and people of every role.</summary>
public sealed class ScorecardSite : LearnersSite
{
    public const string Cause = "cause";
    public const string Fix = "fix";
    public const string First = "tiny-section/open-1";
    public const string Second = "tiny-section/open-2";
    public const string Paper = "section-tiny-section";

    private readonly DirectoryInfo _book = Directory.CreateTempSubdirectory("kb-scorecards-");

    public ScorecardSite()
    {
        foreach (var file in Directory.EnumerateFiles(TinyBook.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_book.FullName, Path.GetRelativePath(TinyBook.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        File.AppendAllText(QuestionFile, Open(1) + Open(2));
    }

    protected override string ContentFolder => _book.FullName;

    private string QuestionFile => Path.Combine(_book.FullName, "tiny", "tiny-section", "questions.yml");

    /// <summary>Rewrites the question file as an author would, and imports it.</summary>
    internal async Task EditAsync(string what, string with)
    {
        var text = await File.ReadAllTextAsync(QuestionFile, TestContext.Current.CancellationToken);
        Assert.Contains(what, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(QuestionFile, text.Replace(what, with, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await Services.GetRequiredService<Importer>().ImportAsync(_ => { }, TestContext.Current.CancellationToken);
        Assert.True(result.HasChanged);
    }

    internal async Task<Person> PersonAsync(string name, LearnerRole role = LearnerRole.Learner)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await using (var scope = Services.CreateAsyncScope())
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<Accounts>().MakeAsync(new(name, email, Tests.Learners.Visitor.Password), role)).Problems);
        var visitor = Visitor();
        await visitor.SignInAsync(email);
        return new(visitor.Browser, (await FindAsync(email))!.Id, email);
    }

    internal Person Stranger() => new(Browser(), Guid.Empty, "");

    internal async Task<KnowledgeDb> DatabaseAsync() => await OpenDatabaseAsync();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _book.Exists)
            _book.Delete(recursive: true);
    }

    private static string Open(int number) => $$"""

        - id: open-{{number}}
          kind: open
          difficulty: 3
          seconds: 240
          anchor: only
          stem: { zh: 开放题{{number}}的题干, en: Stem of open question {{number}} }
          rubric:
            - id: cause
              criterion: { zh: 原因{{number}}, en: Cause {{number}} }
              levels: { poor: { zh: 差{{number}}, en: cause poor {{number}} }, mixed: { zh: 参差{{number}}, en: cause mixed {{number}} }, good: { zh: 好{{number}}, en: cause good {{number}} }, excellent: { zh: 优秀{{number}}, en: cause excellent {{number}} } }
            - id: fix
              criterion: { zh: 改法{{number}}, en: Fix {{number}} }
              levels: { poor: { zh: 差, en: fix poor {{number}} }, mixed: { zh: 参差, en: fix mixed {{number}} }, good: { zh: 好, en: fix good {{number}} }, excellent: { zh: 优秀, en: fix excellent {{number}} } }
          explanation: { zh: 解析, en: Explanation of open question {{number}} }
        """;
}
