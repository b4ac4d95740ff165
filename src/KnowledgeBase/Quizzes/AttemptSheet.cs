using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Quizzes;

/// <summary>What stays the same while an attempt runs. Kept in memory, so that saving an answer reads nothing first.</summary>
internal sealed record AttemptSheet(
    Guid Id,
    Guid LearnerId,
    string PaperKey,
    Bilingual PaperTitle,
    AttemptMode Mode,
    DateTimeOffset StartedAt,
    DateTimeOffset? Deadline,
    double Multiplier,
    Blueprint? Blueprint,
    PaperRules Rules,
    Guid? RetryOf,
    IReadOnlyList<SheetItem> Items)
{
    /// <summary>What was on its way when the time ran out still counts.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Each question can be checked, and is explained as soon as it is.</summary>
    public bool ExplainsAtOnce => Mode is not (AttemptMode.Exam or AttemptMode.Live);

    /// <summary>Whether people say how sure they are.</summary>
    public bool AsksConfidence => Rules.Confidence != ConfidenceUse.None;

    public int MaximumScore => Items.Count * ConfidenceMarking.Maximum(Rules.Confidence);

    /// <summary>A stored answer.</summary>
    public string[] Read(int position, string choices) => Choices.Read(Item(position)!.Question.Kind, choices);

    public SheetItem? Item(int position) => position >= 1 && position <= Items.Count ? Items[position - 1] : null;

    /// <summary>Whether an answer that arrived at this time comes too late.</summary>
    public bool IsOver(DateTimeOffset received) => MillisecondsLeft(received) < -Grace.TotalMilliseconds;

    /// <summary>Whole ones, so that a clock in the browser is never behind ours; null: untimed.</summary>
    public int? SecondsLeft(DateTimeOffset now) => MillisecondsLeft(now) is { } left ? (int)Math.Max(0, left / 1000) : null;

    // Deadlines are stored to the millisecond.
    private long? MillisecondsLeft(DateTimeOffset now) => Deadline?.ToUnixTimeMilliseconds() - now.ToUnixTimeMilliseconds();
}

internal sealed record SheetItem(int Position, string Section, QuestionVersion Question, string[] OptionOrder)
{
    public double Mark(IReadOnlyCollection<string> choices, PaperRules rules) =>
        Grading.Mark(Question.Kind, Question.Body, OptionOrder, choices, rules.AllOrNothing);

    /// <summary>False for a number that cannot be read as one. Says nothing about the key.</summary>
    public bool CanRead(IReadOnlyList<string> choices) => Question.Body.Number is not { } number || choices is not [var text] || number.Read(text).Length > 0;
}

/// <summary>What does change about an attempt.</summary>
internal sealed record AttemptState(DateTimeOffset? ClosedAt, double? Score, IReadOnlyDictionary<int, SavedAnswer> Answers)
{
    /// <summary>The marks of those that were checked while the attempt ran, by position. Their answers no longer change.</summary>
    public IReadOnlyDictionary<int, double> Checked { get; init; } = new Dictionary<int, double>();

    public SavedAnswer Answer(int position) => Answers.GetValueOrDefault(position, SavedAnswer.None);
}

/// <summary>What is stored for one question.</summary>
/// <param name="Confidence">0: not said; 1 low, 2 middle, 3 high.</param>
internal sealed record SavedAnswer(long Seq, string[] Choices, bool Flagged, int Confidence = 0)
{
    /// <summary>Nobody changes an answer a billion times; a number near the end would lock its owner out.</summary>
    public const long MostSeq = 1_000_000_000;

    public static readonly SavedAnswer None = new(0, [], false);
}
