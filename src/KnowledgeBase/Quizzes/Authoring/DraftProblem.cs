namespace KnowledgeBase.Quizzes.Authoring;

/// <summary>Why a form was not accepted: the field to look at and the key of the sentence in <see cref="Words"/>.</summary>
public sealed record DraftProblem(string Field, string Reason);
