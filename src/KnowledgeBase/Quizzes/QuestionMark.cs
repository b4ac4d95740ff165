namespace KnowledgeBase.Quizzes;

/// <summary>What one question earned, without the question.</summary>
/// <param name="Mark">0 to 1.</param>
public record QuestionMark(int Position, string Chapter, double Mark, bool Answered)
{
    public bool Right => Mark >= 1;

    /// <summary>The word for how it went.</summary>
    public string State => this switch
    {
        { Right: true } => "StateRight",
        { Mark: > 0 } => "StatePart",
        { Answered: false } => "StateUnanswered",
        _ => "StateWrong",
    };

    /// <summary>The same for the eye.</summary>
    public string Look => this switch
    {
        { Right: true } => "ok",
        { Mark: > 0 } => "part",
        { Answered: false } => "no skipped",
        _ => "no",
    };
}
