using System.Data.Common;
using System.Text.Json;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;

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
        if (await ReadBodyAsync(context.Request) is not { } body)
            return Results.Problem($"An answer has at most {MostBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (Read(body, item) is not { } answer)
            return Results.Problem("""Expected {"seq":1,"choices":["b"],"flagged":false} with a positive number and choices of this question.""", statusCode: StatusCodes.Status400BadRequest);

        if (sheet.IsOver(received))
        {
            await closing.CloseAsync(sheet, received);
            return Closed();
        }
        try
        {
            var result = await answers.SaveAsync(id, position, answer, received);
            var left = sheet.SecondsLeft(time.GetUtcNow());
            return result.Outcome switch
            {
                SaveOutcome.Saved => Results.Json(new AnswerSaved(answer.Seq, left)),
                SaveOutcome.Stale => Results.Json(new AnswerRefused(result.Stored.Seq, result.Stored.Choices, result.Stored.Flagged, left), statusCode: StatusCodes.Status409Conflict),
                _ => Closed(),
            };
        }
        // Full disk, lost database: whatever it is, the client must know that this is not saved, and keep it.
        catch (DbException)
        {
            return Results.Problem("The answer was not saved. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
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
            [.. state.Answers.OrderBy(one => one.Key).Select(one => new AnswerStored(one.Key, one.Value.Seq, one.Value.Choices, one.Value.Flagged))]));
    }

    private static IResult Closed() =>
        Results.Problem("The attempt is closed; what was saved before counts.", statusCode: StatusCodes.Status410Gone);

    private static SavedAnswer? Read(byte[] body, SheetItem item)
    {
        try
        {
            var sent = JsonSerializer.Deserialize<AnswerSent>(body, JsonSerializerOptions.Web);
            return sent is { Seq: >= 1 and <= SavedAnswer.MostSeq, Choices: { } choices } && item.Question.Admits(choices)
                ? new(sent.Seq, choices, sent.Flagged)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // By hand, so that the limit holds for chunked bodies too and the answer to a broken one is ours.
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > MostBytes ? null : buffer[..length];
    }
}

internal sealed record AnswerSent(long Seq, string[]? Choices, bool Flagged);

internal sealed record AnswerSaved(long Seq, int? SecondsLeft);

/// <summary>What is stored instead.</summary>
internal sealed record AnswerRefused(long Seq, string[] Choices, bool Flagged, int? SecondsLeft);

internal sealed record AnswersStored(int? SecondsLeft, AnswerStored[] Answers);

internal sealed record AnswerStored(int Position, long Seq, string[] Choices, bool Flagged);
