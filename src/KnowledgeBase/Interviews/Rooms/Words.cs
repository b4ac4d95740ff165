namespace KnowledgeBase.Interviews.Rooms;

/// <summary>The interface texts of this folder, in <c>Words.zh.resx</c> and <c>Words.en.resx</c>.</summary>
internal sealed class Words;
