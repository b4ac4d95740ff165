using KnowledgeBase.Content;

namespace KnowledgeBase.Operations;

/// <summary>Imports the book before the first request. A mistake in it must not take down a site that has a book already.</summary>
internal sealed class BookAtStart(Importer importer, Book book, ILogger<BookAtStart> log)
{
    /// <exception cref="StartException">There is no book to serve.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        ImportResult result;
        try
        {
            result = await importer.ImportAsync(line => log.LogInformation("{Progress}", line), cancellation);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new StartException(missing.Message);
        }

        foreach (var warning in result.Problems.Warnings)
            log.LogWarning("{Warning}", warning);
        if (result.IsRefused)
            await RefuseAsync(result);
        else if (result.HasChanged)
            log.LogInformation("The book is ready: {Sections} sections imported in {Seconds:0.0} s", result.Sections.Count, result.Took.TotalSeconds);
    }

    private async Task RefuseAsync(ImportResult result)
    {
        foreach (var problem in result.Problems.Errors)
            log.LogError("{Problem}", problem);
        var outline = await book.OutlineAsync();
        if (!outline.Sections.Any())
            throw new StartException($"The book has problems ({result.Problems.Errors.Count}, listed above), and there is no older one to show.");
        log.LogError("The book has problems ({Count}), so nothing of it was imported; the one imported last is shown", result.Problems.Errors.Count);
    }
}

/// <summary>The site cannot start, for a reason that the operator can mend; the message is all they need.</summary>
internal sealed class StartException(string message) : Exception(message);
