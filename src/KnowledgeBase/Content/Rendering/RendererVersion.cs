namespace KnowledgeBase.Content.Rendering;

/// <summary>Part of every hash, so that what an older renderer made is made anew. Raise it with every change of what comes out; a test notices.</summary>
internal static class RendererVersion
{
    public const string Text = "2";
}
