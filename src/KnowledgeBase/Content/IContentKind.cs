using KnowledgeBase.Storage;

namespace KnowledgeBase.Content;

/// <summary>
/// Something made from the content folder and kept in the store by a folder above this one: articles, questions, papers.
/// Reading comes first and may only complain; storing follows, for all of the book in one transaction, if nobody complained.
/// </summary>
internal interface IContentKind
{
    /// <summary>Reads its part of a changed section. What it returns stores that part.</summary>
    Func<KnowledgeDb, Task>? Read(SectionDraft section) => null;

    /// <summary>A section got another slug: what people did under the old one is theirs under the new one.</summary>
    Task RenameAsync(KnowledgeDb db, string from, string to) => Task.CompletedTask;

    /// <summary>A section left the book. What people's history speaks of stays, but is no longer offered.</summary>
    Task RetireAsync(KnowledgeDb db, string section) => Task.CompletedTask;

    /// <summary>Whatever depends on the book as a whole, after all sections are stored. It may still complain.</summary>
    Task FinishAsync(KnowledgeDb db, BookDraft book) => Task.CompletedTask;
}
