using KnowledgeBase.Tests.Content;

namespace KnowledgeBase.Tests;

/// <summary>Stores into which a book was imported once, for tests to copy.</summary>
internal static class PreparedStore
{
    private static readonly Lazy<string> Real = new(() => Import(TestBook.Of(Repository.Content)));
    private static readonly Lazy<string> OfSample = new(() => Import(TestBook.New()));

    public static string RealBook => Real.Value;

    public static string Sample => OfSample.Value;

    private static string Import(TestBook book)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => book.Dispose();
        // If the book is broken the tests of it say so; everybody else finds an empty store.
        Task.Run(book.ImportAsync).GetAwaiter().GetResult();
        return book.Store;
    }
}
