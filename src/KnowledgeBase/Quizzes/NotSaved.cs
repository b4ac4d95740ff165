using System.Data.Common;

namespace KnowledgeBase.Quizzes;

/// <summary>Around whatever saves answers: a full disk, a lost database or a site that is stopping is not the reader's mistake, and passes.</summary>
internal sealed class NotSaved(ILogger<NotSaved> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        // Whatever it was, the page must know that this is not saved, and keep it.
        catch (Exception failure) when (failure is DbException or InvalidOperationException or TimeoutException)
        {
            log.LogError(failure, "An answer was not saved");
            return context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                ? Results.Problem("The answer was not saved. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
