using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.History.Lists;

/// <summary>Sets and removes bookmarks. One per request: the buttons of a review's questions ask one query between them.</summary>
internal sealed class Bookmarks(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue, TimeProvider time)
{
    private const string Put = """
        INSERT INTO "QuestionBookmarks" ("LearnerId", "QuestionId", "At") VALUES (@p0, @p1, @p2)
        ON CONFLICT ("LearnerId", "QuestionId") DO NOTHING
        """;

    private const string Remove = """DELETE FROM "QuestionBookmarks" WHERE "LearnerId" = @p0 AND "QuestionId" = @p1""";

    private Task<HashSet<int>>? _positions;

    /// <summary>Which questions of an attempt its learner has marked, by position.</summary>
    public Task<HashSet<int>> PositionsAsync(Guid attempt) => _positions ??= ReadAsync(attempt);

    /// <summary>The question at that place of a closed attempt; null unless the attempt is this learner's.</summary>
    public async Task<int?> QuestionAsync(Guid learner, Guid attempt, int position)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ClosedOf(learner).Where(one => one.Id == attempt)
            .Join(db.Set<AttemptItem>(), one => one.Id, item => item.AttemptId, (_, item) => item)
            .Where(item => item.Position == position).Select(item => (int?)item.QuestionId).FirstOrDefaultAsync();
    }

    public Task<int> SetAsync(Guid learner, int question, bool marked)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return queue.WriteAsync(writer => marked ? writer.Execute(Put, learner, question, now) : writer.Execute(Remove, learner, question));
    }

    private async Task<HashSet<int>> ReadAsync(Guid attempt)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await (
            from one in db.Set<Attempt>()
            join item in db.Set<AttemptItem>() on one.Id equals item.AttemptId
            where one.Id == attempt && db.Set<QuestionBookmark>().Any(bookmark => bookmark.LearnerId == one.LearnerId && bookmark.QuestionId == item.QuestionId)
            select item.Position).ToHashSetAsync();
    }
}
