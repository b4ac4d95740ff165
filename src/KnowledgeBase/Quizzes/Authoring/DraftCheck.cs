using KnowledgeBase.Content.Sources;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>Makes a paper of a draft, or says what is in the way.</summary>
internal static class DraftCheck
{
    private const int LongestKey = 60;
    private const int LongestTitle = 60;
    private const int LongestSummary = 300;

    public static Paper Paper(PaperDraft draft, IReadOnlyList<Candidate> all, TimeZoneInfo zone, FormCheck check)
    {
        if (draft.Key.Length is 0 or > LongestKey || !Slugs.IsSlug(draft.Key))
            check.Say("key", "KeyWrong");
        var blueprint = Blueprint(draft, check) with { Minutes = check.Whole("minutes", draft.Minutes, 1, StartForm.MostMinutes) };
        if (check.Problems.Count == 0 && Draw.Questions(blueprint, all, new(0)).Length == 0)
            check.Say("source", "NothingToDraw");
        return new()
        {
            Key = Quizzes.Paper.AuthoredPrefix + draft.Key,
            Scope = PaperScope.Mixed,
            Position = 0,
            Authored = true,
            Title = new(
                check.Text("title-zh", PersonalText.Name(draft.TitleZh), LongestTitle),
                check.Text("title-en", PersonalText.Name(draft.TitleEn), LongestTitle)),
            Summary = new(
                check.Text("summary-zh", PersonalText.Name(draft.SummaryZh), LongestSummary, required: false),
                check.Text("summary-en", PersonalText.Name(draft.SummaryEn), LongestSummary, required: false)),
            Blueprint = blueprint,
            Rules = draft.Rules.Check(zone, check),
        };
    }

    /// <summary>As far as it can be read already; what it can draw is shown while it is being typed.</summary>
    public static Blueprint Blueprint(PaperDraft draft, FormCheck check)
    {
        if (draft.IsList)
        {
            if (draft.Questions.Count == 0)
                check.Say("source", "NoQuestions");
            return new() { Questions = [.. draft.Questions], Count = draft.Questions.Count };
        }
        BlueprintPart[] parts = [.. draft.Parts.Select((part, index) => Part(part, index, check))];
        var count = parts.Sum(part => part.Count);
        if (count > PaperFile.MaximumCount)
            check.Say("source", "TooManyQuestions");
        return new() { Parts = parts, Count = count };
    }

    private static BlueprintPart Part(PartDraft part, int index, FormCheck check)
    {
        var count = check.Whole($"part-{index}-count", part.Count, 1, PaperFile.MaximumCount);
        if (part.Count.Length == 0)
            check.Say($"part-{index}-count", "NumberWrong");
        return new(
            [.. part.Sections.Where(slug => slug.Length <= Slugs.MaximumLength && Slugs.IsSlug(slug))],
            [.. part.Difficulties.Where(text => text is ['1' or '2' or '3' or '4' or '5']).Select(text => text[0] - '0').Order()],
            [.. part.Tags.Intersect(QuestionFile.Tags, StringComparer.Ordinal)],
            count ?? 0);
    }
}
