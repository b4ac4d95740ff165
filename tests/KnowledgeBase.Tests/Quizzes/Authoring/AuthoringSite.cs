using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Tests.Learners;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Tests.Quizzes.Authoring;

/// <summary>The smallest book, and people of every role.</summary>
public sealed class AuthoringSite : LearnersSite
{
    public static string Email() => $"{Guid.NewGuid():N}@example.org";

    /// <summary>Somebody signed in with this role.</summary>
    internal async Task<Tests.Learners.Visitor> WithRoleAsync(LearnerRole role, string? email = null)
    {
        email ??= Email();
        await (await LearnerAsync(email)).GetAsync("/zh/account");
        await using (var db = await OpenDatabaseAsync())
            await db.Set<Learner>().Where(learner => learner.Email == email).ExecuteUpdateAsync(set => set.SetProperty(learner => learner.Role, role));
        var visitor = Visitor();
        await visitor.SignInAsync(email);
        return visitor;
    }

    internal async Task<Author> AuthorAsync() => new((await WithRoleAsync(LearnerRole.Author)).Browser);

    internal async Task<Paper?> PaperAsync(string key)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(paper => paper.Key == key);
    }
}
