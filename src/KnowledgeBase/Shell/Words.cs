namespace KnowledgeBase.Shell;

/// <summary>The interface texts of this folder, in <c>Words.zh.resx</c> and <c>Words.en.resx</c>. Every folder with pages has its own.</summary>
internal sealed class Words;
