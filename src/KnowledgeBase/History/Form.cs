namespace KnowledgeBase.History;

/// <summary>How somebody has been doing lately: the latest ten scores against the ten before.</summary>
public sealed record Form(int Counted, double Average, double? Change)
{
    public const int Window = 10;

    /// <param name="latest">Shares of 0 to 1, newest first; null if there is none.</param>
    public static Form? Of(IReadOnlyList<double> latest)
    {
        if (latest.Count == 0)
            return null;
        var now = latest.Take(Window).ToList();
        var before = latest.Skip(Window).Take(Window).ToList();
        var average = now.Average();
        // Against fewer than ten the difference would be mostly chance.
        return new(now.Count, average, before.Count == Window ? average - before.Average() : null);
    }
}
