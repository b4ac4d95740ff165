using KnowledgeBase.Content;
using KnowledgeBase.Questions;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Reads plans. A plan never changes, so saving a note need not ask the database what may be noted.</summary>
internal sealed class PlanCatalog(IDbContextFactory<KnowledgeDb> databases, QuestionBank questions, Book book) : IDisposable
{
    private const int MostKept = 500;

    private readonly MemoryCache _plans = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public async Task<Plan> OfAsync(Guid interview, string language)
    {
        if (_plans.Get<Row[]>(interview) is not { } rows)
        {
            await using var db = await databases.CreateDbContextAsync();
            rows = await (
                from planned in db.Set<InterviewQuestion>()
                join question in db.Set<Question>() on planned.QuestionId equals question.Id
                where planned.InterviewId == interview
                orderby planned.Position
                select new Row(planned.Position, planned.VersionId, question.Section)).ToArrayAsync();
            if (rows.Length > 0)
                _plans.Set(interview, rows, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(6) });
        }
        var outline = await book.OutlineAsync();
        var versions = await questions.VersionsAsync([.. rows.Select(row => row.VersionId)]);
        return new([.. rows.Zip(versions, (row, version) =>
            PlannedQuestion.Of(row.Position, version, row.Section, outline.Section(row.Section)?.Short[language] ?? row.Section, language))]);
    }

    public void Dispose() => _plans.Dispose();

    private sealed record Row(int Position, int VersionId, string Section);
}
