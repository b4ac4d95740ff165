using KnowledgeBase.Questions;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>What a session asks, in one language, with the rubrics as they were when it was planned.</summary>
public sealed record Plan(IReadOnlyList<PlannedQuestion> Questions)
{
    /// <summary>How many judgements a complete sheet has.</summary>
    public int Criteria => Questions.Sum(question => question.Criteria.Count);

    public bool HasMath => Questions.Any(question => question.HasMath);

    public PlannedQuestion? Question(int position) => position >= 1 && position <= Questions.Count ? Questions[position - 1] : null;
}

/// <param name="Stem">Rendered.</param>
/// <param name="Said">The stem as plain text, short.</param>
/// <param name="Explanation">What a good answer holds together; rendered.</param>
public sealed record PlannedQuestion(
    int Position, string Section, string SectionName, int Minutes, string Stem, string Said, string Explanation, IReadOnlyList<PlannedCriterion> Criteria)
{
    public bool HasMath => (Stem + Explanation).Contains("class=\"katex", StringComparison.Ordinal);

    public PlannedCriterion? Criterion(string id) => Criteria.FirstOrDefault(criterion => criterion.Id == id);

    internal static PlannedQuestion Of(int position, QuestionVersion version, string section, string sectionName, string language) => new(
        position, section, sectionName, (version.Seconds + 59) / 60,
        version.Body.Stem[language], PlainStem.Short(PlainStem.Of(version.Body.Stem[language])), version.Body.Explanation[language],
        [.. version.Body.Rubric.Select(one => new PlannedCriterion(
            one.Id, one.Name[language], [one.Poor[language], one.Mixed[language], one.Good[language], one.Excellent[language]]))]);
}

/// <param name="Levels">What each of the four levels looks like, from poor to excellent.</param>
public sealed record PlannedCriterion(string Id, string Name, IReadOnlyList<string> Levels);
