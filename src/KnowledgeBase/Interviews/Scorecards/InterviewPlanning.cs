using KnowledgeBase.Content;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Stores a session that is planned, or a self-assessment that begins at once.</summary>
internal sealed class InterviewPlanning(WriteQueue queue)
{
    public const int MostQuestions = 12;
    public const int MostPapers = 5;

    /// <summary>Null: none of the questions is in the book any more.</summary>
    public Task<Guid?> PlanAsync(Interview interview, IReadOnlyList<string> questions, IReadOnlyList<string> papers, Panelist? ownPlace) => queue.WriteAsync(writer =>
    {
        using var db = writer.Context();
        var planned = OpenQuestions.Plan(db, interview.Id, questions);
        if (planned.Count == 0)
            return (Guid?)null;
        db.Add(interview);
        db.AddRange(planned);
        var titles = db.Set<Paper>().AsNoTracking().Where(paper => papers.Contains(paper.Key) && !paper.Retired).OrderBy(paper => paper.Position)
            .Select(paper => new { paper.Key, paper.Title }).ToList();
        db.AddRange(titles.Select((paper, index) => new InterviewPaper { InterviewId = interview.Id, Position = index + 1, PaperKey = paper.Key, Title = paper.Title }));
        if (ownPlace is not null)
            db.Add(ownPlace);
        if (interview.StartedAt is { } begun)
            db.Add(new InterviewEvent { InterviewId = interview.Id, At = begun, Kind = InterviewEventKind.Began });
        db.SaveChanges();
        return interview.Id;
    });

    /// <summary>Owner, candidate and the only one who scores are the same person.</summary>
    public Task<Guid?> BeginSelfAsync(Guid learner, string name, string title, IReadOnlyList<string> questions, DateTimeOffset now)
    {
        var interview = new Interview
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = learner,
            CandidateId = learner,
            Kind = InterviewKind.Self,
            Title = title,
            CandidateName = name,
            CreatedAt = now,
            StartedAt = now,
        };
        return PlanAsync(interview, questions, [], new() { InterviewId = interview.Id, LearnerId = learner, Name = name, JoinedAt = now });
    }
}

/// <summary>A section's paper follows its section's name, as everything else that people sat does.</summary>
internal sealed class PlannedPaperKeys : IContentKind
{
    public Task RenameAsync(KnowledgeDb db, string from, string to)
    {
        var (old, now) = ($"section-{from}", $"section-{to}");
        return db.Set<InterviewPaper>().Where(paper => paper.PaperKey == old).ExecuteUpdateAsync(set => set.SetProperty(paper => paper.PaperKey, now));
    }
}
