using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Quizzes.Authoring;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>Takes what a lead typed, or says what is wrong with it.</summary>
internal sealed class Assigning(AssignmentBook book, PaperCatalog papers, TimeProvider time)
{
    public async Task<IReadOnlyList<Problem>> TryAsync(Guid team, Guid lead, AssignDraft draft, TimeZoneInfo zone)
    {
        List<Problem> problems = [.. draft.Problems(time.GetUtcNow(), zone)];
        var paper = draft is { Kind: AssignmentKind.Paper, Paper.Length: > 0 } ? await papers.FindAsync(draft.Paper) : null;
        if (draft is { Kind: AssignmentKind.Paper, Paper.Length: > 0 } && paper is null)
            problems.Add(new("paper", "PaperMissing"));
        if (problems.Count > 0)
            return problems;

        var (key, title) = paper is null ? (MeetingPlace.Read(draft.Place)!, new(draft.Title, draft.Title)) : (paper.Key, paper.Title);
        return await book.AddAsync(team, lead, draft.Kind, key, title, LocalTime.Read(draft.Due, zone)!.Value) switch
        {
            TeamAct.Done => [],
            TeamAct.Refused => [new(paper is null ? "title" : "paper", "AssignedAlready")],
            // No longer a lead since the page was opened.
            _ => [new("", "NotLead")],
        };
    }
}
