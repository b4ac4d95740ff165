namespace KnowledgeBase.Learners;

/// <summary>Why a form was not accepted: the field to look at and the key of the sentence in <see cref="Words"/>.</summary>
public sealed record Problem(string Field, string Reason);
