namespace KnowledgeBase.Shell;

/// <summary>On a page that is the same for everybody: it is kept whole, compressed, until the content changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute : Attribute;
