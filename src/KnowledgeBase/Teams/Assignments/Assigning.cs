using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Quizzes.Authoring;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>Takes what a lead typed, or says what is wrong with it.</summary>
internal sealed class Assigning(AssignmentBook book, PaperCatalog papers, TimeProvider time)
{
    public async Task<IReadOnlyList<Problem>> CheckAsync(AssignDraft draft, TimeZoneInfo zone)
    {
        List<Problem> problems = [.. draft.Problems(time.GetUtcNow(), zone)];
        if (draft is { Kind: AssignmentKind.Paper, Paper.Length: > 0 } && await papers.FindAsync(draft.Paper) is null)
            problems.Add(new("paper", "PaperMissing"));
        return problems;
    }

    /// <summary>Of a draft without problems.</summary>
    public async Task<TeamAct> AssignAsync(Guid team, Guid lead, AssignDraft draft, TimeZoneInfo zone)
    {
        var due = LocalTime.Read(draft.Due, zone)!.Value;
        if (draft.Kind == AssignmentKind.Interview)
            return await book.AddAsync(team, lead, draft.Kind, MeetingPlace.Read(draft.Place)!, new(draft.Title, draft.Title), due);
        return await papers.FindAsync(draft.Paper) is { } paper ? await book.AddAsync(team, lead, draft.Kind, paper.Key, paper.Title, due) : TeamAct.Refused;
    }
}
