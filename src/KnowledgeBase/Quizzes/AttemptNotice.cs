namespace KnowledgeBase.Quizzes;

/// <summary>What the page has to say about the request that led to it.</summary>
/// <param name="Elsewhere">Numbers of questions that another tab or device had changed.</param>
public sealed record AttemptNotice(bool Saved, bool Resumed, IReadOnlyList<string> Elsewhere);
