using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Tests.Statistics;

/// <summary>A book whose questions an author edits while people have answered them.</summary>
public sealed partial class EditedQuestionTests : IDisposable
{
    private readonly EditedSite _site = new();

    [Fact]
    public async Task An_edited_question_leaves_old_attempts_identical_to_the_byte()
    {
        var visitor = new Visitor(_site.Browser());
        await visitor.PageAsync("/zh/quizzes");
        var id = await visitor.StartAsync("zh", ("paper", "section-tiny-section"));
        await visitor.SaveAsync(id, 1, 1, "a");
        await visitor.SaveAsync(id, 2, 1, "b");
        await visitor.SubmitAsync(id);
        var (rows, zh, en) = (await RowsAsync(), await ReviewAsync(visitor, id, "zh"), await ReviewAsync(visitor, id, "en"));

        var versions = await ImportEditedAsync();

        Assert.Equal(2 * TinyBook.Questions, versions);
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(zh, await ReviewAsync(visitor, id, "zh"));
        Assert.Equal(en, await ReviewAsync(visitor, id, "en"));
        // A new attempt does meet the new wording.
        var next = await visitor.StartAsync("zh", ("paper", "section-tiny-section"));
        Assert.Contains("改过的题", await visitor.AttemptPageAsync(next), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Another key and another wording for every question; how many versions there are then.</summary>
    private async Task<int> ImportEditedAsync()
    {
        var file = Path.Combine(_site.Folder, "tiny", "tiny-section", "questions.yml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text
            .Replace("zh: 题", "zh: 改过的题", StringComparison.Ordinal)
            .Replace("id: a, correct: true", "id: a, correct: false", StringComparison.Ordinal)
            .Replace("id: b, correct: false", "id: b, correct: true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await _site.Services.GetRequiredService<Importer>().ImportAsync(_ => { }, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems.Errors);
        await using var db = await _site.OpenDatabaseAsync();
        return await db.Set<QuestionVersion>().CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string[]> RowsAsync()
    {
        await using var db = await _site.OpenDatabaseAsync();
        return
        [
            JsonSerializer.Serialize(await db.Set<Attempt>().AsNoTracking().OrderBy(one => one.Id).ToListAsync(TestContext.Current.CancellationToken)),
            JsonSerializer.Serialize(await db.Set<AttemptItem>().AsNoTracking().OrderBy(one => one.AttemptId).ThenBy(one => one.Position).ToListAsync(TestContext.Current.CancellationToken)),
            JsonSerializer.Serialize(await db.Set<Answer>().AsNoTracking().OrderBy(one => one.AttemptId).ThenBy(one => one.Position).ToListAsync(TestContext.Current.CancellationToken)),
        ];
    }

    // Only the form's token differs from one view to the next.
    private static async Task<string> ReviewAsync(Visitor visitor, Guid id, string language) => Token().Replace(await visitor.AttemptPageAsync(id, language), "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private sealed class EditedSite : Site
    {
        private readonly DirectoryInfo _content = Directory.CreateTempSubdirectory("kb-edited-");

        public EditedSite()
        {
            foreach (var file in Directory.EnumerateFiles(TinyBook.Folder, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(_content.FullName, Path.GetRelativePath(TinyBook.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Folder => _content.FullName;

        protected override string ContentFolder => _content.FullName;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && _content.Exists)
                _content.Delete(recursive: true);
        }
    }
}
