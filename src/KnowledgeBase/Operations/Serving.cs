using System.Data.Common;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Operations;

/// <summary>Prepares and runs the site; an operator's mistake becomes one clear line each instead of a stack trace.</summary>
internal static class Serving
{
    /// <returns>The process's exit code.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.PrepareAsync();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException mistakes)
        {
            Report(app, mistakes);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            foreach (var mistakes in several.InnerExceptions.Cast<OptionsValidationException>())
                Report(app, mistakes);
        }
        catch (StartException reason)
        {
            app.Logger.LogCritical("{Reason}", reason.Message);
        }
        catch (DbException failure)
        {
            app.Logger.LogCritical("The database cannot be used: {Reason}", failure.Message);
        }
        return 1;
    }

    private static void Report(WebApplication app, OptionsValidationException mistakes)
    {
        foreach (var mistake in mistakes.Failures)
            app.Logger.LogCritical("Configuration: {Mistake}", mistake);
    }
}
