namespace KnowledgeBase.Quizzes;

/// <summary>What one question earned, without the question.</summary>
public sealed record QuestionMark(int Position, string Chapter, double Mark, bool Answered);
