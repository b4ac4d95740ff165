using KnowledgeBase.Storage;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Makes a sheet final, once, and only a complete one.</summary>
internal sealed class SheetSubmitting(WriteQueue queue, Database database)
{
    // Whoever is saving into the sheet at this moment comes first; whoever comes later finds it final.
    private const string Alone = """SELECT "LearnerId" FROM "Panelists" WHERE "InterviewId" = @p0 AND "LearnerId" = @p1 FOR UPDATE""";

    public Task<SubmitOutcome> SubmitAsync(Guid interview, Guid learner, Plan plan, DateTimeOffset now) => queue.WriteAsync(writer =>
    {
        if (database.IsPostgres)
            writer.Execute(Alone, interview, learner);
        using var db = writer.Context();
        if (db.Set<Panelist>().Find(interview, learner) is not { } panelist || db.Set<Interview>().Find(interview) is not { } session)
            return SubmitOutcome.NotTheirs;
        if (panelist.SubmittedAt is not null)
            return SubmitOutcome.Submitted;
        if (session.StartedAt is null)
            return SubmitOutcome.NotBegun;
        if (SheetCatalog.Read(db, interview, learner).Missing(plan).Any())
            return SubmitOutcome.Incomplete;

        panelist.SubmittedAt = now;
        db.Add(new InterviewEvent { InterviewId = interview, At = now, Kind = InterviewEventKind.Submitted, LearnerId = learner });
        if (session.Kind == InterviewKind.Self)
            session.EndedAt = now;
        db.SaveChanges();
        return SubmitOutcome.Submitted;
    });
}

internal enum SubmitOutcome
{
    Submitted,
    Incomplete,
    NotBegun,
    NotTheirs,
}
