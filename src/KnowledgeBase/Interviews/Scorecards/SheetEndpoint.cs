using System.Text.Json;
using KnowledgeBase.Learners;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Interviews.Scorecards;

/// <summary>Autosave, for scripts: a score or a note under its number; 409 with what is stored for a stale one, 410 once the sheet is final.</summary>
internal static class SheetEndpoint
{
    public const long MostSeq = 1_000_000_000_000;
    private const int MostBytes = 48 * 1024;

    public static async Task<IResult> PutScoreAsync(Guid id, int position, string criterion, HttpContext context, PlanCatalog plans, SheetStore store)
    {
        var received = Arrival.Of(context);
        if (context.User.LearnerId() is not { } learner || (await plans.OfAsync(id, SiteLanguage.Current)).Question(position)?.Criterion(criterion) is null)
            return Results.NotFound();
        if (await ReadAsync<ScoreSent>(context.Request) is not { Seq: >= 1 and <= MostSeq, Level: >= 0 and <= Consensus.Highest } sent
            || Typed.Lines(sent.Evidence, CriterionScore.LongestEvidence) is not { } evidence)
            return Results.Problem("""Expected {"seq":1,"level":3,"evidence":"…"} with a positive number and a level from 1 to 4.""", statusCode: StatusCodes.Status400BadRequest);
        var (outcome, stored) = await store.SaveScoreAsync(id, learner, position, criterion, new(sent.Seq, sent.Level, evidence), received);
        return Answer(outcome, sent.Seq, new ScoreStored(position, criterion, stored.Seq, stored.Level, stored.Evidence));
    }

    public static async Task<IResult> PutNoteAsync(Guid id, int position, HttpContext context, PlanCatalog plans, SheetStore store)
    {
        var received = Arrival.Of(context);
        if (context.User.LearnerId() is not { } learner || (await plans.OfAsync(id, SiteLanguage.Current)).Questions is not { Count: > 0 } questions || position < Sheet.General || position > questions.Count)
            return Results.NotFound();
        if (await ReadAsync<NoteSent>(context.Request) is not { Seq: >= 1 and <= MostSeq } sent || Typed.Lines(sent.Text, PanelNote.LongestText) is not { } text)
            return Results.Problem("""Expected {"seq":1,"text":"…"} with a positive number.""", statusCode: StatusCodes.Status400BadRequest);
        var (outcome, stored) = await store.SaveNoteAsync(id, learner, position, new(sent.Seq, text), received);
        return Answer(outcome, sent.Seq, new NoteStored(position, stored.Seq, stored.Text));
    }

    /// <summary>One's own sheet as it is stored now, for a page that was asleep while another device went on.</summary>
    public static async Task<IResult> GetAsync(Guid id, HttpContext context, SeatCatalog seats, SheetCatalog sheets)
    {
        if (await seats.FindAsync(id, context.User.LearnerId()) is not { Own: { } own })
            return Results.NotFound();
        if (own.SubmittedAt is not null)
            return Final();
        var sheet = await sheets.OwnAsync(id, own.LearnerId);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new SheetStored(
            [.. sheet.Scores.Select(one => new ScoreStored(one.Key.Position, one.Key.Criterion, one.Value.Seq, one.Value.Level, one.Value.Evidence))],
            [.. sheet.Notes.Select(one => new NoteStored(one.Key, one.Value.Seq, one.Value.Text))]));
    }

    private static IResult Answer<T>(SheetOutcome outcome, long seq, T stored) => outcome switch
    {
        SheetOutcome.Saved => Results.Json(new PartSaved(seq)),
        SheetOutcome.Stale => Results.Json(stored, statusCode: StatusCodes.Status409Conflict),
        SheetOutcome.Final => Final(),
        _ => Results.NotFound(),
    };

    private static IResult Final() => Results.Problem("The sheet was submitted; nothing of it changes any more.", statusCode: StatusCodes.Status410Gone);

    private static async Task<T?> ReadAsync<T>(HttpRequest request) where T : class
    {
        try
        {
            return await LimitedBody.ReadAsync(request, MostBytes) is { } body ? JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record ScoreSent(long Seq, int Level, string? Evidence);

internal sealed record NoteSent(long Seq, string? Text);

internal sealed record PartSaved(long Seq);

internal sealed record ScoreStored(int Position, string Criterion, long Seq, int Level, string Evidence);

internal sealed record NoteStored(int Position, long Seq, string Text);

internal sealed record SheetStored(ScoreStored[] Scores, NoteStored[] Notes);
