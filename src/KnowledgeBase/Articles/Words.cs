namespace KnowledgeBase.Articles;

/// <summary>The texts of the reading pages, in <c>Words.zh.resx</c> and <c>Words.en.resx</c>.</summary>
internal sealed class Words;
