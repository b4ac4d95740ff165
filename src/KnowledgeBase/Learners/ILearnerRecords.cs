using KnowledgeBase.Storage;

namespace KnowledgeBase.Learners;

/// <summary>
/// What a folder keeps about a learner. The folder registers one; export, sign-in as a guest and the account page use them all.
/// Deleting needs no word of theirs: every row hangs on its learner by a cascading foreign key. Only what others share with the
/// learner may have to be put in order first.
/// </summary>
internal interface ILearnerRecords
{
    /// <summary>The key in the exported file, in camelCase: <c>attempts</c>.</summary>
    string Name { get; }

    /// <summary>Everything kept, as an object that serialises to JSON; null when there is nothing.</summary>
    Task<object?> ExportAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation);

    /// <summary>How many things a guest would take along.</summary>
    Task<int> CountAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation);

    /// <summary>The count in words of the page's language, after "as a guest you …": <c>答过的 3 套题</c>, <c>3 quizzes</c>.</summary>
    string Say(int count);

    /// <summary>Hands a guest's rows to an account; runs inside a transaction, after which the guest is deleted.</summary>
    Task MoveAsync(KnowledgeDb db, Guid guest, Guid account, CancellationToken cancellation);

    /// <summary>Puts in order what outlives the learner; runs inside the transaction that then deletes them.</summary>
    Task BeforeDeletingAsync(KnowledgeDb db, Guid learner, CancellationToken cancellation) => Task.CompletedTask;
}
