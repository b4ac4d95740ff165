using KnowledgeBase.Learners;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>Who sits a paper under other rules, as its author gives and takes them.</summary>
internal sealed class PaperPeople(IDbContextFactory<KnowledgeDb> databases, WriteQueue queue)
{
    public async Task<IReadOnlyList<PersonRow>> ListAsync(string paper)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await (
            from one in db.Set<PaperOverride>()
            join learner in db.Set<Learner>() on one.LearnerId equals learner.Id
            where one.PaperKey == paper
            orderby learner.DisplayName
            select new { one, learner.DisplayName, learner.Email }).AsNoTracking().ToListAsync();
        return [.. rows.Select(row => new PersonRow(row.one.LearnerId, row.DisplayName, row.Email ?? "", row.one.Multiplier, row.one.MostAttempts, row.one.OpensAt, row.one.ClosesAt))];
    }

    /// <summary>By email, or by a display name that only one person has. Guests have neither.</summary>
    public async Task<(Guid? Learner, string? Problem)> FindAsync(string who)
    {
        var email = who.Trim().ToUpperInvariant();
        var name = PersonalText.Name(who);
        if (name.Length == 0)
            return (null, "PersonMissing");
        await using var db = await databases.CreateDbContextAsync();
        var registered = db.Set<Learner>().Where(learner => learner.RegisteredAt != null);
        var found = await registered.Where(learner => learner.NormalizedEmail == email).OrderBy(learner => learner.Id).Select(learner => learner.Id).Take(1).ToListAsync();
        if (found.Count == 0)
            found = await registered.Where(learner => learner.DisplayName == name).OrderBy(learner => learner.Id).Select(learner => learner.Id).Take(2).ToListAsync();
        return found switch
        {
            [] => (null, "PersonUnknown"),
            [var one] => (one, null),
            _ => (null, "PersonAmbiguous"),
        };
    }

    /// <summary>Gives somebody their own rules, in place of those they had.</summary>
    public Task<int> SetAsync(PaperOverride given) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        if (db.Set<PaperOverride>().Find(given.PaperKey, given.LearnerId) is { } stored)
            (stored.Multiplier, stored.MostAttempts, stored.OpensAt, stored.ClosesAt) = (given.Multiplier, given.MostAttempts, given.OpensAt, given.ClosesAt);
        else
            db.Add(given);
        return db.SaveChanges();
    });

    public Task<int> RemoveAsync(string paper, Guid learner) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        return db.Set<PaperOverride>().Where(one => one.PaperKey == paper && one.LearnerId == learner).ExecuteDelete();
    });
}

public sealed record PersonRow(Guid Learner, string Name, string Email, double? Multiplier, int? MostAttempts, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);
