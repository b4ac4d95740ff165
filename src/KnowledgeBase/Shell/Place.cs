namespace KnowledgeBase.Shell;

/// <summary>Somewhere to go: an address and what it is called.</summary>
public sealed record Place(string Href, string Name);
