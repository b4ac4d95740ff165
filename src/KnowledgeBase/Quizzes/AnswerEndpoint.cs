using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Shell;

namespace KnowledgeBase.Quizzes;

/// <summary>Autosave, for scripts: see the table of addresses in CONTRIBUTING.</summary>
internal static class AnswerEndpoint
{
    private const int MostBytes = 4096;

    public static async Task<IResult> PutAsync(
        Guid id, int position, HttpContext context, AttemptCatalog attempts, AnswerStore answers, AttemptClosing closing, TimeProvider time)
    {
        var received = Arrival.Of(context);
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { } sheet || sheet.Item(position) is not { } item)
            return Results.NotFound();
        if (await LimitedBody.ReadAsync(context.Request, MostBytes) is not { } body)
            return Results.Problem($"An answer has at most {MostBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (Read(body, sheet, item) is not { } answer)
            return Results.Problem("""Expected {"seq":1,"choices":["b"],"flagged":false,"confidence":2} with a positive number, choices of this question and, if it is asked for, a confidence from 1 to 3.""", statusCode: StatusCodes.Status400BadRequest);

        if (sheet.IsOver(received))
        {
            await closing.CloseAsync(sheet, received);
            return Closed();
        }
        var (outcome, stored) = await answers.SaveAsync(sheet, item, answer, received);
        var left = sheet.SecondsLeft(time.GetUtcNow());
        return outcome switch
        {
            SaveOutcome.Saved => Results.Json(new AnswerSaved(answer.Seq, left, item.CanRead(answer.Choices) ? null : false)),
            SaveOutcome.Stale or SaveOutcome.Checked => Results.Json(
                new AnswerRefused(stored.Seq, stored.Choices, stored.Flagged, stored.Confidence, left, outcome == SaveOutcome.Checked), statusCode: StatusCodes.Status409Conflict),
            _ => Closed(),
        };
    }

    /// <summary>What is stored now, for a page that was asleep while another device went on.</summary>
    public static async Task<IResult> GetAsync(Guid id, HttpContext context, AttemptCatalog attempts, TimeProvider time)
    {
        if (await attempts.SheetAsync(id, context.User.LearnerId()) is not { } sheet)
            return Results.NotFound();
        var state = await attempts.StateAsync(sheet);
        if (state.ClosedAt is not null || sheet.IsOver(time.GetUtcNow()))
            return Closed();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new AnswersStored(
            sheet.SecondsLeft(time.GetUtcNow()),
            [.. state.Answers.OrderBy(one => one.Key).Select(one => new AnswerStored(one.Key, one.Value.Seq, one.Value.Choices, one.Value.Flagged, one.Value.Confidence))]));
    }

    private static IResult Closed() =>
        Results.Problem("The attempt is closed; what was saved before counts.", statusCode: StatusCodes.Status410Gone);

    private static SavedAnswer? Read(byte[] body, AttemptSheet sheet, SheetItem item)
    {
        try
        {
            var sent = JsonSerializer.Deserialize<AnswerSent>(body, JsonSerializerOptions.Web);
            return sent is { Seq: >= 1 and <= SavedAnswer.MostSeq, Choices: { } choices, Confidence: >= 0 and <= 3 } && !choices.Contains(null) && item.Question.Admits(choices)
                ? new(sent.Seq, choices, sent.Flagged, sheet.AsksConfidence ? sent.Confidence : 0)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Confidence">0 or nothing: not said; 1 low, 2 middle, 3 high.</param>
internal sealed record AnswerSent(long Seq, string[]? Choices, bool Flagged, int Confidence);

/// <param name="Readable">False: it is saved, but does not look like a number.</param>
internal sealed record AnswerSaved(long Seq, int? SecondsLeft, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Readable);

/// <summary>What is stored instead.</summary>
/// <param name="Checked">Its solution has been shown, so nothing is saved any more.</param>
internal sealed record AnswerRefused(
    long Seq, string[] Choices, bool Flagged, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Confidence, int? SecondsLeft,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Checked);

internal sealed record AnswersStored(int? SecondsLeft, AnswerStored[] Answers);

internal sealed record AnswerStored(
    int Position, long Seq, string[] Choices, bool Flagged, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Confidence);
