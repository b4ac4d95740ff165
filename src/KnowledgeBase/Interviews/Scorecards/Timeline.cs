using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Something that knows what happened in a session. Every folder may register one; the timeline is all of them in order.</summary>
internal interface ITimelineSource
{
    Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineOf session, CancellationToken cancellation);
}

/// <param name="Candidate">Null: nobody took the seat, or it is a self-assessment of somebody who is no candidate.</param>
/// <param name="From">When the session began; what happened before is not its business.</param>
internal sealed record TimelineOf(Guid Interview, Guid? Candidate, DateTimeOffset From, Plan Plan);

/// <param name="Text">In the language of the page.</param>
public sealed record TimelineEntry(DateTimeOffset At, TimelineMark Mark, string Text)
{
    /// <summary>A result, such as a score.</summary>
    public string? Result { get; init; }

    /// <summary>Where on the page, or in the site, more of it stands.</summary>
    public string? Href { get; init; }
}

public enum TimelineMark
{
    Session,
    Question,
    Paper,
    Room,
    Sheet,
}

/// <summary>Everything of a session in one order.</summary>
internal sealed class Timeline(IEnumerable<ITimelineSource> sources)
{
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Seat seat, Plan plan, CancellationToken cancellation)
    {
        if (seat.Interview.StartedAt is not { } begun)
            return [];
        var session = new TimelineOf(seat.Interview.Id, seat.Interview.CandidateId, begun, plan);
        var entries = new List<TimelineEntry>();
        foreach (var source in sources)
            entries.AddRange(await source.ReadAsync(session, cancellation));
        return [.. entries.Where(entry => entry.At >= begun).OrderBy(entry => entry.At)];
    }
}

/// <summary>What the session itself wrote down.</summary>
internal sealed class EventTimeline(IDbContextFactory<KnowledgeDb> databases, IStringLocalizer<Words> words) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineOf session, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await (
            from one in db.Set<InterviewEvent>()
            from panelist in db.Set<Panelist>().Where(panelist => panelist.InterviewId == one.InterviewId && panelist.LearnerId == one.LearnerId).DefaultIfEmpty()
            where one.InterviewId == session.Interview
            orderby one.At, one.Id
            select new { one.At, one.Kind, one.Position, Name = panelist == null ? "" : panelist.Name }).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Position is { } position && session.Plan.Question(position) is { } question
            ? new TimelineEntry(row.At, TimelineMark.Question, words["EventAsked", position, question.Said]) { Href = $"#result-{position}" }
            : new TimelineEntry(row.At, row.Kind is InterviewEventKind.Submitted or InterviewEventKind.Reopened ? TimelineMark.Sheet : TimelineMark.Session, words[$"Event{row.Kind}", row.Name]))];
    }
}

/// <summary>The candidate's attempts of the planned papers since the session began.</summary>
internal sealed class PaperTimeline(PaperSittings sittings, IStringLocalizer<Words> words) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineOf session, CancellationToken cancellation) =>
        [.. (await sittings.OfAsync(session.Interview, session.Candidate, session.From, Shell.SiteLanguage.Current)).SelectMany(Entries)];

    private IEnumerable<TimelineEntry> Entries(PaperSitting sitting)
    {
        yield return new(sitting.StartedAt, TimelineMark.Paper, words["PaperStarted", sitting.Title]);
        if (sitting.ClosedAt is { } closed)
            yield return new(closed, TimelineMark.Paper, words["PaperClosed", sitting.Title]) { Result = sitting.Percent };
    }
}
