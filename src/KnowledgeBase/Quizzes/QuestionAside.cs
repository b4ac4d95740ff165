namespace KnowledgeBase.Quizzes;

/// <summary>
/// Something of a folder above this one that stands beside every question of a review. The component takes the attempt's id as
/// <c>Attempt</c> and the question's place in it as <c>Position</c>.
/// </summary>
internal sealed record QuestionAside(Type Component);
