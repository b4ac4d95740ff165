using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content;

/// <summary>The book as its folder has it now.</summary>
internal sealed record BookDraft(BookFile Book, ContentFolder Folder, Problems Problems);
