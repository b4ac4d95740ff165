namespace KnowledgeBase.Storage;

/// <summary>Work that is looked for again and again as long as the site runs. A round that fails is logged, and the next one tries again.</summary>
/// <param name="interval">Between the end of a round and the next.</param>
/// <param name="trouble">What did not happen when a round fails, for the operator's log line.</param>
internal abstract class Rounds(TimeSpan interval, string trouble, TimeProvider time, ILogger log) : BackgroundService
{
    protected ILogger Log => log;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RoundAsync(time.GetUtcNow(), stoppingToken);
            }
            // The database may be away for a while.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "{Trouble}", trouble);
            }
            await Task.Delay(interval, time, stoppingToken);
        }
    }

    protected abstract Task RoundAsync(DateTimeOffset now, CancellationToken cancellation);
}
