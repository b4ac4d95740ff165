namespace KnowledgeBase.Interviews;

/// <summary>The texts that belong to neither rooms nor scorecards, in <c>Words.zh.resx</c> and <c>Words.en.resx</c>.</summary>
internal sealed class Words;
