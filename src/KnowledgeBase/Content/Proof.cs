using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content;

/// <summary>A small Python program that works an answer out anew, so that nobody has to believe the author; <c>check --run</c> executes it.</summary>
/// <param name="Judge">Is given what the program printed; null if it agrees, else what is wrong.</param>
internal sealed record Proof(TextAt Program, Func<string, string?> Judge);
