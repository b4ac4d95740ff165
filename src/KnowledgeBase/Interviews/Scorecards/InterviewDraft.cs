using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes.Authoring;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>A plan as it is being typed.</summary>
public sealed record InterviewDraft
{
    public string Title { get; init; } = "";
    public string Candidate { get; init; } = "";
    public string PlannedAt { get; init; } = "";
    public IReadOnlyList<string> Questions { get; init; } = [];
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The owner scores, too.</summary>
    public bool TakesPart { get; init; }

    internal static InterviewDraft Read(IFormCollection form) => new()
    {
        Title = PersonalText.Name(form["title"]),
        Candidate = PersonalText.Name(form["candidate"]),
        PlannedAt = form["planned"].ToString().Trim(),
        Questions = [.. form["question"].OfType<string>().Distinct(StringComparer.Ordinal)],
        Papers = [.. form["paper"].OfType<string>().Distinct(StringComparer.Ordinal)],
        TakesPart = form["takes-part"] == "1",
    };

    internal Interview? Check(Guid owner, TimeZoneInfo zone, FormCheck check, DateTimeOffset now)
    {
        Text("title", Title, Interview.LongestTitle);
        Text("candidate", Candidate, PersonalText.LongestName);
        var planned = PlannedAt.Length == 0 ? null : LocalTime.Read(PlannedAt, zone);
        if (PlannedAt.Length > 0 && planned is null)
            check.Say("planned", "TimeWrong");
        if (Questions.Count == 0)
            check.Say("questions", "QuestionsMissing");
        if (Questions.Count > InterviewPlanning.MostQuestions)
            check.Say("questions", "QuestionsTooMany");
        if (Papers.Count > InterviewPlanning.MostPapers)
            check.Say("papers", "PapersTooMany");
        return check.Problems.Count > 0 ? null : new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            Kind = InterviewKind.Panel,
            Title = Title,
            CandidateName = Candidate,
            CreatedAt = now,
            PlannedAt = planned,
        };

        void Text(string field, string text, int longest)
        {
            if (text.Length == 0 || text.Length > longest)
                check.Say(field, text.Length == 0 ? "TextMissing" : "TextTooLong");
        }
    }
}
